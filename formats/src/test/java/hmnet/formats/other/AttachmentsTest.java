package hmnet.formats.other;

import static hmnet.formats.other.Pieces.latin;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.formats.other.Attachments.AttachedContent.KeptBack;
import hmnet.formats.other.Attachments.AttachedContent.Safe;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The files a record brings, as they are handed out.
class AttachmentsTest {
    private static String attachment(String type, byte[] bytes) {
        return "{\"title\":\"架空の添付\",\"data\":\"%s\",\"contentType\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(bytes), type);
    }

    private static List<AttachedContent> of(String bundle) {
        return Attachments.of(bundle, FileExaminer.HERE);
    }

    private static String bundle(String... attachments) {
        return "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"DocumentReference\",\"content\":["
                + String.join(
                        ",",
                        Arrays.stream(attachments)
                                .map(attachment -> "{\"attachment\":" + attachment + "}")
                                .toList())
                + "]}}]}";
    }

    @Test
    void aFileIsHandedOutAsItsBytesSayAndWithoutWhatTellsTooMuch() {
        var found = of(bundle(attachment("text/html", Pieces.photograph())));
        assertThat(found).singleElement().isInstanceOfSatisfying(Safe.class, file -> {
            assertThat(file.contentType()).isEqualTo("image/jpeg");
            assertThat(file.title()).isEqualTo("架空の添付");
            assertThat(new String(file.content(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Kakuu");
        });
    }

    @Test
    void whatCouldActOrIsNoKindThatIsShownIsKeptBack() {
        var acting = Pieces.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
        assertThat(of(bundle(
                        attachment("application/pdf", acting),
                        attachment("image/png", latin("<script>alert(1)</script>")))))
                .extracting(file -> ((KeptBack) file).why())
                .containsExactly("active-content", "type-not-accepted");
    }

    @Test
    void plainTextAndDataOfAnotherKindAreNoFiles() {
        assertThat(of(bundle(attachment("text/plain; charset=utf-8", latin("words")))))
                .isEmpty();
        assertThat(of("{\"valueSampledData\":{\"data\":\"1 2 E\",\"dimensions\":1}}"))
                .isEmpty();
        assertThat(of("not json")).isEmpty();
    }

    @Test
    void escapedAndBrokenLinesOfBase64AreTheSameFile() {
        var plain = bundle(attachment("image/png", Pieces.picture()));
        var escaped = plain.replace("/", "\\/").replace("iVBORw0K", "iVBO\\r\\nRw0K");
        assertThat(escaped).isNotEqualTo(plain);
        assertThat(of(escaped)).singleElement().isInstanceOf(Safe.class);
    }
}
