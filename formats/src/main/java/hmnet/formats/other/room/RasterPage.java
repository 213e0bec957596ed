package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.picture.Jpeg;
import hmnet.formats.other.picture.PictureSize;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;

/// One page of a picture drawn anew in a size for screens (画像ページ): TIFF with its pages, JPEG the right way up, PNG.
/// Nothing but the points is carried over, so that neither place nor time nor what was cut goes along.
final class RasterPage {
    private static final Set<String> READ = Set.of("tif", "jpeg", "png");
    private static final float QUALITY = 0.88f;
    private static final double STRETCH = 4;

    private RasterPage() {}

    /// @param page the first is 1
    /// @param side the longer side of what is drawn, at most
    static RasterDrawing draw(byte[] bytes, int page, int side) throws Unreadable {
        ImageIO.setUseCache(false);
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw refused("no picture that is drawn here");
            }
            var reader = readers.next();
            if (!READ.contains(
                    reader.getOriginatingProvider().getFormatNames()[0].toLowerCase(java.util.Locale.ROOT))) {
                throw refused("no picture that is drawn here");
            }
            reader.setInput(input);
            int pages = reader.getNumImages(true);
            if (page < 1 || page > pages) {
                throw refused("it has " + pages + " pages");
            }
            return new RasterDrawing(pages, jpeg(upright(fit(reader, page - 1, side), bytes)));
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw whatever comes up on what is damaged.
            throw refused(e.getClass().getSimpleName());
        }
    }

    private static BufferedImage fit(ImageReader reader, int index, int side) throws IOException, Unreadable {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if (width < 1 || height < 1 || (long) width * height > PictureSize.POINTS) {
            throw refused(width + " by " + height + " points");
        }
        var how = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / (2 * side));
        how.setSourceSubsampling(every, every, 0, 0);
        var read = reader.read(index, how);
        double tall = height * stretch(reader, index);
        double scale = Math.min(1, side / Math.max(width, tall));
        var drawn = new BufferedImage(
                (int) Math.max(1, width * scale), (int) Math.max(1, tall * scale), BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        pen.dispose();
        return drawn;
    }

    /// A telephone writes the points as its sensor lies, and beside them which side is up.
    private static BufferedImage upright(BufferedImage drawn, byte[] bytes) throws Unreadable {
        var side = FileKind.of(bytes) == FileKind.JPEG ? Jpeg.orientation(bytes) : 1;
        if (side == 1) {
            return drawn;
        }
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        var turned = side >= 5;
        var turn = switch (side) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var up = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = up.createGraphics();
        pen.drawImage(drawn, turn, null);
        pen.dispose();
        return up;
    }

    /// A fax has fewer lines to the inch than points in a line.
    private static double stretch(ImageReader reader, int index) {
        try {
            var found = ratio(reader.getImageMetadata(index).getAsTree("javax_imageio_1.0"));
            return found > 0 ? Math.clamp(1 / found, 1 / STRETCH, STRETCH) : 1;
        } catch (IOException | RuntimeException none) {
            return 1;
        }
    }

    private static double ratio(Node node) {
        if (node.getNodeName().equals("PixelAspectRatio")) {
            return Double.parseDouble(node.getAttributes().getNamedItem("value").getNodeValue());
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            double found = ratio(child);
            if (found > 0) {
                return found;
            }
        }
        return 0;
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Unreadable refused(String why) {
        return new Unreadable("not-drawn", 0, "", why);
    }
}
