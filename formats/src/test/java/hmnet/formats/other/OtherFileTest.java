package hmnet.formats.other;

import static hmnet.formats.other.Pieces.joined;
import static hmnet.formats.other.Pieces.latin;
import static hmnet.formats.other.Pieces.zip;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Files that are shown and not read: known by their bytes, cleaned, refused when they could act.
class OtherFileTest {
    private static String outcome(byte[] bytes) {
        try {
            return OtherFile.read(bytes, "x").kind();
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> word() {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("[Content_Types].xml", latin("<Types/>"));
        members.put(
                "_rels/.rels",
                latin("<Relationships><Relationship Type=\"x/hyperlink\" TargetMode=\"External\"/></Relationships>"));
        members.put("word/document.xml", latin("<document>words</document>"));
        members.put("docProps/core.xml", latin("<creator>Kakuu Taro</creator>"));
        return members;
    }

    @Test
    void aFileIsWhatItsFirstBytesSayWhateverItIsCalled() throws Unreadable {
        var file = OtherFile.read(Pieces.photograph(), "letter.pdf");
        assertThat(file.type()).isEqualTo(FileKind.JPEG);
        assertThat(file.notes()).extracting(Note::code).contains("name-differs", "descriptor-missing");
        assertThat(file.sheets()).isEmpty();
    }

    @Test
    void aPhotographKeepsItsSideAndLosesPlaceAndPhotographer() throws Unreadable {
        var content = text(OtherFile.read(Pieces.photograph(), "a.jpg").content());
        assertThat(content).doesNotContain("GPS", "Kakuu").contains("JFIF", "Exif");
        assertThat(OtherFile.read(content.getBytes(StandardCharsets.ISO_8859_1), "a.jpg")
                        .content())
                .isEqualTo(content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(text(OtherFile.read(Pieces.picture(), "a.png").content()))
                .doesNotContain("Kakuu")
                .contains("IDAT");
    }

    @Test
    void aPdfLosesItsAuthorInPlaceAndASignedOneIsNotTouched() throws Unreadable {
        var plain = Pieces.pdf("");
        var cleaned = OtherFile.read(plain, "a.pdf").content();
        assertThat(cleaned).hasSameSizeAs(plain);
        assertThat(text(cleaned)).doesNotContain("Kakuu").contains("endobj\n3 0 obj", "/JS (abc)");
        var signed = Pieces.pdf("/ByteRange [0 1 2 3]");
        assertThat(OtherFile.read(signed, "a.pdf").content()).isEqualTo(signed);
    }

    @Test
    void whatCouldActIsRefused() {
        assertThat(outcome(Pieces.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")))
                .isEqualTo("active-content");
        assertThat(outcome(Pieces.pdf("/Encrypt 9 0 R"))).isEqualTo("encrypted");
        var macro = word();
        macro.put("word/vbaProject.bin", latin("x"));
        assertThat(outcome(zip(macro))).isEqualTo("macro");
        var remote = word();
        remote.put(
                "word/_rels/settings.xml.rels",
                latin(
                        "<Relationships><Relationship Type=\"x/attachedTemplate\" TargetMode=\"External\"/></Relationships>"));
        assertThat(outcome(zip(remote))).isEqualTo("active-content");
        var embedded = word();
        embedded.put("word/embeddings/oleObject1.bin", latin("x"));
        assertThat(outcome(zip(embedded))).isEqualTo("active-content");
        assertThat(outcome(joined(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[600])))
                .isEqualTo("old-office");
        assertThat(outcome(latin("MZ this is a program"))).isEqualTo("type-not-accepted");
        assertThat(outcome(latin("<html><script>1</script></html>"))).isEqualTo("type-not-accepted");
    }

    @Test
    void aDocumentOfWordLosesItsAuthor() throws Unreadable {
        var file = OtherFile.read(zip(word()), "a.docx");
        assertThat(file.contentType()).endsWith("wordprocessingml.document");
        assertThat(text(hmnet.formats.base.archive.Archive.members(file.content(), name -> true)
                        .getLast()
                        .content()))
                .doesNotContain("Kakuu");
    }

    @Test
    void cutFilesAreRefused() {
        for (var whole :
                new byte[][] {Pieces.photograph(), Pieces.picture(), Pieces.pdf(""), Pieces.film(), zip(word())}) {
            assertThat(outcome(Arrays.copyOf(whole, whole.length - 9))).isIn("truncated", "zip-damaged", "damaged");
        }
        assertThat(outcome(Pieces.film())).isEqualTo("MP4");
    }

    /// A048.
    @Test
    void bombsAndWaysOutOfAnArchiveAreRefused() {
        var bomb = word();
        bomb.put("word/a.xml", new byte[40 << 20]);
        assertThat(outcome(zip(bomb))).isEqualTo("zip-bomb");
        var slip = word();
        slip.put("word/../../../etc/passwd", latin("x"));
        assertThat(outcome(zip(slip))).isEqualTo("zip-slip");
        var nested = word();
        nested.put("word/inner.zip", zip(word()));
        assertThat(outcome(zip(nested))).isEqualTo("zip-nested");
    }

    @Test
    void aDescriptorSaysWhoseAFileIs() throws Unreadable {
        var json =
                "{\"patient\":\"0000000123\",\"date\":\"2026-04-01\",\"title\":\"心電図\",\"kind\":\"report\",\"author\":\"架空 医師\",\"labels\":[\"RESTRICTED\"]}";
        var parcel = new LinkedHashMap<String, byte[]>();
        parcel.put(Descriptor.NAME, json.getBytes(StandardCharsets.UTF_8));
        parcel.put("ecg.pdf", Pieces.pdf(""));
        var bytes = zip(parcel);
        assertThat(OtherFile.looksLike(bytes, "x")).isTrue();
        var sheet = OtherFile.read(bytes, "x.zip").sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("0000000123");
        var paper = (Paper) sheet.entries().getFirst();
        assertThat(paper.kind()).isEqualTo(Paper.PaperKind.REPORT);
        assertThat(paper.labels()).containsExactly(Label.RESTRICTED);
        assertThat(Rows.of(sheet, (type, key) -> key)).hasSize(1);
        parcel.put(Descriptor.NAME, latin("{\"title\":\"x\"}"));
        assertThat(outcome(zip(parcel))).isEqualTo("descriptor");
    }
}
