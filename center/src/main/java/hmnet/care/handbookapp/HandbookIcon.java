package hmnet.care.handbookapp;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/// The icon of the app on a telephone (アプリのアイコン): the product's mark (`mark.svg`), drawn at the sizes that telephones
/// ask for.
enum HandbookIcon {
    SMALL("192.png", 192, "any"),
    LARGE("512.png", 512, "any"),
    /// Telephones cut it to a shape of theirs: the mark stands in the middle, its colour reaches the edge.
    CUT("cut-512.png", 512, "maskable"),
    APPLE("180.png", 180, "maskable");

    private static final Color BLUE = new Color(0x0017c1);
    private static final double SIDE = 32;
    private static final double CORNER = 14;
    private static final double IN_THE_MIDDLE = 0.7;

    private final String file;
    private final int pixels;
    private final String purpose;
    private final byte[] png;

    HandbookIcon(String file, int pixels, String purpose) {
        this.file = file;
        this.pixels = pixels;
        this.purpose = purpose;
        this.png = drawn(pixels, purpose.equals("maskable"));
    }

    static Optional<HandbookIcon> of(String file) {
        return Arrays.stream(values()).filter(icon -> icon.file.equals(file)).findFirst();
    }

    String file() {
        return file;
    }

    String sizes() {
        return pixels + "x" + pixels;
    }

    String purpose() {
        return purpose;
    }

    byte[] png() {
        return png.clone();
    }

    private static byte[] drawn(int pixels, boolean cut) {
        var picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.transform(AffineTransform.getScaleInstance(pixels / SIDE, pixels / SIDE));
        pen.setColor(BLUE);
        pen.fill(
                cut
                        ? new Rectangle2D.Double(0, 0, SIDE, SIDE)
                        : new RoundRectangle2D.Double(0, 0, SIDE, SIDE, CORNER, CORNER));
        if (cut) {
            pen.translate(SIDE / 2, SIDE / 2);
            pen.scale(IN_THE_MIDDLE, IN_THE_MIDDLE);
            pen.translate(-SIDE / 2, -SIDE / 2);
        }
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(9, 7, 9, 25));
        pen.draw(new Line2D.Double(23, 7, 23, 25));
        pen.draw(new Line2D.Double(9, 16, 23, 16));
        pen.fill(new Ellipse2D.Double(12, 12, 8, 8));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: it is written to memory
        }
        return bytes.toByteArray();
    }
}
