package hmnet.care.emergencycode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hmnet.ground.design.QrDrawing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A code drawn for paper, and as the picture of a telephone's lock screen (救急QRの絵). Level M, as other health
/// certificates are drawn.
final class CodePicture {
    private static final int WIDTH = 1_080;
    private static final int HEIGHT = 2_340;
    private static final int QUIET = 4;
    /// Below the clock, above what is pressed at the edge.
    private static final int TOP = 900;

    private static final int ARM = 50;

    private final BitMatrix squares;

    CodePicture(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            this.squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("What fits into a code fits into a QR code", e);
        }
    }

    int size() {
        return squares.getHeight();
    }

    QrDrawing drawing() {
        var dark = new boolean[size()][size()];
        for (var y = 0; y < size(); y++) {
            for (var x = 0; x < size(); x++) {
                dark[y][x] = squares.get(x, y);
            }
        }
        return QrDrawing.of(dark);
    }

    /// As PNG: the code, and the cross of first aid below it. No words stand in it: a server may have no typeface for
    /// them.
    byte[] lockScreen() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        var pen = picture.createGraphics();
        var side = WIDTH / (size() + 2 * QUIET);
        var left = (WIDTH - side * size()) / 2;
        pen.setColor(Color.WHITE);
        pen.fillRect(0, TOP - side * QUIET, WIDTH, side * (size() + 2 * QUIET));
        pen.setColor(Color.BLACK);
        for (var y = 0; y < size(); y++) {
            for (var x = 0; x < size(); x++) {
                if (squares.get(x, y)) {
                    pen.fillRect(left + x * side, TOP + y * side, side, side);
                }
            }
        }
        cross(pen, TOP + side * (size() + 2 * QUIET));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: it is written to memory
        }
        return bytes.toByteArray();
    }

    private static void cross(Graphics2D pen, int top) {
        pen.setColor(Color.WHITE);
        pen.fillRect((WIDTH - ARM) / 2, top, ARM, 3 * ARM);
        pen.fillRect((WIDTH - 3 * ARM) / 2, top + ARM, 3 * ARM, ARM);
    }
}
