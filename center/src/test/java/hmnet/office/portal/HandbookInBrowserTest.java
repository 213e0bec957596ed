package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import hmnet.formats.base.Unreadable;
import hmnet.formats.jahis.tc.TcFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The codes for a medicine handbook are read from the page as a camera would see it, and are the file.
class HandbookInBrowserTest extends RegionInBrowser {
    @Test
    void theCodesOnTheScreenAreReadByACameraAndJoinedAreTheFile() throws IOException, ReaderException, Unreadable {
        try (var doctor = signedIn("doctor2")) {
            doctor.link(region.qr(region.resident("two-hospitals")));
            var handbook = doctor.page().url().replace("/summary", "/medicines/handbook");
            doctor.page().navigate(handbook);
            var codes = doctor.page().locator(".handbook-codes svg");
            assertThat(codes.count()).as("parts").isGreaterThan(2);
            var parts = new ArrayList<byte[]>();
            for (var code : codes.all()) {
                parts.add(read(code.screenshot()));
            }
            assertThat(parts).allSatisfy(part -> assertThat(part.length).isLessThan(700));
            var file = doctor.page().request().get(handbook + "/file").body();
            assertThat(TcFile.read(parts.reversed()).bytes().bytes())
                    .as("in whatever order they were read")
                    .isEqualTo(file);
            assertThat(TcFile.read(List.of(file)).sheets()).isNotEmpty();
        }
    }

    /// The bytes as they are: no character set is announced in a handbook's code.
    private static byte[] read(byte[] png) throws IOException, ReaderException {
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        var points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var seen = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), points);
        var hints = Map.of(DecodeHintType.CHARACTER_SET, "ISO-8859-1", DecodeHintType.TRY_HARDER, true);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)), hints)
                .getText()
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
