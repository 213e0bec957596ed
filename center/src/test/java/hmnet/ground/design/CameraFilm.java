package hmnet.ground.design;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// What a browser's camera sees in a test (試験用のカメラ映像), in the form that Chromium takes: scenes of so many
/// seconds, shown again from the first.
public final class CameraFilm {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES_A_SECOND = 5;
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    private final List<byte[]> frames = new ArrayList<>();

    /// A table with nothing on it.
    public CameraFilm nothing(int seconds) {
        return add(seconds, empty());
    }

    /// A code as our pages draw it, held straight.
    public CameraFilm code(int seconds, String text) {
        return add(seconds, held(text, 0, 1));
    }

    /// A code of many words, held so near that it fills the picture.
    public CameraFilm near(int seconds, String text) {
        return add(seconds, held(text, ErrorCorrectionLevel.M, 0.88, 0, 1));
    }

    /// The same held askew, out of focus, in poor light.
    public CameraFilm poorly(int seconds, String text) {
        var sharp = held(text, Math.toRadians(23), 0.45f);
        var even = new float[9];
        Arrays.fill(even, 1 / 9f);
        return add(seconds, new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null).filter(sharp, null));
    }

    private CameraFilm add(int seconds, BufferedImage scene) {
        var random = new Random(frames.size());
        for (var n = 0; n < seconds * FRAMES_A_SECOND; n++) {
            frames.add(grey(scene, random));
        }
        return this;
    }

    /// As YUV4MPEG2, in place of what was there.
    public void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var head = "YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n".formatted(WIDTH, HEIGHT, FRAMES_A_SECOND);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            var colourless = new byte[WIDTH * HEIGHT / 2];
            Arrays.fill(colourless, (byte) 128);
            for (var frame : frames) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(frame);
                out.write(colourless);
            }
        }
    }

    private static BufferedImage empty() {
        var scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = scene.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return scene;
    }

    /// @param contrast 1 for black on white
    private static BufferedImage held(String text, double turn, float contrast) {
        return held(text, ErrorCorrectionLevel.Q, 0.5, turn, contrast);
    }

    /// @param part of the height of the picture that it takes
    private static BufferedImage held(
            String text, ErrorCorrectionLevel level, double part, double turn, float contrast) {
        var drawing = drawing(text, level);
        var scene = empty();
        var pen = scene.createGraphics();
        var side = HEIGHT * part / drawing.size();
        var place = AffineTransform.getTranslateInstance(WIDTH / 2.0, HEIGHT / 2.0);
        place.rotate(turn);
        place.scale(side, side);
        place.translate(-drawing.size() / 2.0, -drawing.size() / 2.0);
        pen.transform(place);
        pen.setColor(new Color(0.5f + contrast / 2, 0.5f + contrast / 2, 0.5f + contrast / 2));
        pen.fill(new Rectangle2D.Double(-4, -4, drawing.size() + 8.0, drawing.size() + 8.0));
        pen.setColor(new Color(0.5f - contrast / 2, 0.5f - contrast / 2, 0.5f - contrast / 2));
        var bars = BAR.matcher(drawing.path());
        while (bars.find()) {
            pen.fill(new Rectangle2D.Double(
                    Integer.parseInt(bars.group(1)),
                    Integer.parseInt(bars.group(2)),
                    Integer.parseInt(bars.group(3)),
                    1));
        }
        pen.dispose();
        return scene;
    }

    private static QrDrawing drawing(String text, ErrorCorrectionLevel level) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, level);
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var y = 0; y < dark.length; y++) {
                for (var x = 0; x < dark.length; x++) {
                    dark[y][x] = matrix.get(x, y);
                }
            }
            return QrDrawing.of(dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// With the grain of a cheap sensor.
    private static byte[] grey(BufferedImage scene, Random random) {
        var grey = new byte[WIDTH * HEIGHT];
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var light = (scene.getRGB(x, y) & 0xFF) + random.nextGaussian() * 8;
                grey[y * WIDTH + x] = (byte) Math.clamp((long) light, 0, 255);
            }
        }
        return grey;
    }
}
