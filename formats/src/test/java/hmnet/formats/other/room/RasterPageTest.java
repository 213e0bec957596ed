package hmnet.formats.other.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Unreadable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of TIFF drawn in a process of its own.
class RasterPageTest {
    private static final RoomLimits LIMITS = new RoomLimits(1, Duration.ofSeconds(60), 256);

    @TempDir
    Path folder;

    private static byte[] sheets(int width, int height, String compression, Color... colours) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(compression);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (var colour : colours) {
                var kind =
                        compression.startsWith("CCITT") ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB;
                var sheet = new BufferedImage(width, height, kind);
                var pen = sheet.createGraphics();
                pen.setColor(colour);
                pen.fillRect(0, 0, width, height);
                pen.dispose();
                writer.writeToSequence(new IIOImage(sheet, null, null), how);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage picture(RasterDrawing drawing) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawing.picture()));
    }

    @Test
    void eachPageOfAScanIsDrawnInItsSize() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            var scan = sheets(3000, 2000, "LZW", Color.RED, Color.BLUE);
            var second = room.draw(scan, 2, 1000);
            assertThat(second.pages()).isEqualTo(2);
            assertThat(picture(second).getWidth()).isEqualTo(1000);
            assertThat(picture(second).getHeight()).isBetween(665, 668);
            assertThat(new Color(picture(second).getRGB(500, 300)).getBlue()).isGreaterThan(200);
            assertThat(room.examine(scan, "x.tif").type().word())
                    .as("the same room examines")
                    .isEqualTo("TIFF");
        }
    }

    @Test
    void aFaxIsDrawn() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            var fax = room.draw(sheets(1728, 2200, "CCITT T.6", Color.WHITE, Color.WHITE), 1, 1754);
            assertThat(picture(fax).getHeight()).isEqualTo(1754);
            assertThat(new Color(picture(fax).getRGB(50, 50)).getRed()).isGreaterThan(250);
        }
    }

    @Test
    void whatIsNoPictureOrHasNoSuchPageIsRefused() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            var scan = sheets(20, 20, "LZW", Color.RED);
            for (int page : new int[] {-1, 0, 2, Integer.MAX_VALUE}) {
                assertThatThrownBy(() -> room.draw(scan, page, 100)).isInstanceOf(Unreadable.class);
            }
            for (int length = 0; length < scan.length; length += 7) {
                var cut = java.util.Arrays.copyOf(scan, length);
                assertThatThrownBy(() -> room.draw(cut, 1, 100)).isInstanceOf(Unreadable.class);
            }
            assertThat(room.draw(scan, 1, 100).pages()).isEqualTo(1);
        }
    }
}
