package hmnet.formats.other;

import static hmnet.formats.other.Pieces.chunk;
import static hmnet.formats.other.Pieces.joined;
import static hmnet.formats.other.Pieces.latin;
import static hmnet.formats.other.Pieces.segment;
import static hmnet.formats.other.Pieces.word;
import static hmnet.formats.other.Pieces.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /// What no reader of pictures knows is left out as well: a list of what tells too much would never be whole.
    @Test
    void whatAPictureIsNotDrawnFromIsLeftOutWhateverItIsCalled() throws Unreadable {
        var photograph = Pieces.photograph();
        var told = joined(
                Arrays.copyOf(photograph, 2),
                segment(0xF5, latin("Kakuu")),
                segment(0x02, latin("Kakuu")),
                segment(0xE2, latin("MPF\0Kakuu")),
                Arrays.copyOfRange(photograph, 2, photograph.length),
                photograph);
        assertThat(text(OtherFile.read(told, "a.jpg").content())).doesNotContain("Kakuu", "GPS", "MPF");
        var chunks = Pieces.joined(
                Arrays.copyOf(Pieces.picture(), 33),
                chunk("prVt", latin("Kakuu")),
                chunk("caBX", latin("Kakuu")),
                Arrays.copyOfRange(Pieces.picture(), 33, Pieces.picture().length));
        assertThat(text(OtherFile.read(chunks, "a.png").content()))
                .doesNotContain("Kakuu")
                .contains("IDAT");
    }

    /// A052.
    @Test
    void aPictureOfMorePointsThanACameraHasIsRefused() {
        var photograph = Pieces.photograph();
        int size = text(photograph).indexOf("\u00FF\u00C0") + 5;
        for (int i = 0; i < 4; i += 2) {
            photograph[size + i] = (byte) (60_000 >> 8);
            photograph[size + i + 1] = (byte) 60_000;
        }
        assertThat(outcome(photograph)).isEqualTo("too-many-points");
        for (int side : new int[] {60_000, -1}) {
            var head = joined(Pieces.number(side), Pieces.number(side), new byte[] {8, 0, 0, 0, 0});
            var flood = joined(
                    Arrays.copyOf(Pieces.picture(), 8),
                    chunk("IHDR", head),
                    Arrays.copyOfRange(Pieces.picture(), 33, Pieces.picture().length));
            assertThat(outcome(flood)).isEqualTo("too-many-points");
        }
        var frames = new byte[1_001][];
        Arrays.fill(frames, chunk("fcTL", new byte[26]));
        assertThat(outcome(joined(
                        Arrays.copyOf(Pieces.picture(), 33),
                        joined(frames),
                        Arrays.copyOfRange(Pieces.picture(), 33, Pieces.picture().length))))
                .isEqualTo("too-complex");
    }

    @Test
    void aDirectoryOfAPhotographThatLeadsFarAwayHarmsNobody() {
        var exif = joined(latin("Exif\0\0MM"), new byte[] {0, 42, 0x7F, -1, -1, -1}, new byte[20]);
        assertThat(outcome(joined(
                        new byte[] {(byte) 0xFF, (byte) 0xD8},
                        segment(0xE1, exif),
                        Arrays.copyOfRange(Pieces.photograph(), 2, Pieces.photograph().length))))
                .isEqualTo("JPEG");
    }

    /// What begins like a picture and goes on as something else is no picture.
    @Test
    void smallFilmsAndPicturesInBoxesAreWalkedThroughToo() {
        var page = latin("<script>alert(1)</script>");
        assertThat(outcome(joined(Pieces.box("ftyp", latin("heic\0\0\0\0")), page)))
                .isEqualTo("truncated");
        assertThat(outcome(joined(latin("II*\0"), page))).isEqualTo("truncated");
        assertThat(outcome(joined(Pieces.box("ftyp", latin("avif\0\0\0\0")), Pieces.box("meta", new byte[8]))))
                .isEqualTo("type-not-accepted");
    }

    /// A player fetches what a film says lies elsewhere.
    @Test
    void aFilmThatOpensAnotherFileIsKeptBack() {
        assertThat(outcome(filmOf(1, ""))).isEqualTo("MP4");
        assertThat(outcome(filmOf(0, "http://evil.example/a.mp4\0"))).isEqualTo("active-content");
        assertThat(outcome(joined(
                        Pieces.box("ftyp", latin("qt  \0\0\0\0")),
                        Pieces.box("moov", Pieces.box("rmra", new byte[8])))))
                .isEqualTo("active-content");
    }

    /// A box of size 0 reaches to the end of what it stands in.
    @Test
    void aBoxWithoutASizeHidesNothing() {
        var head = Pieces.box("ftyp", latin("isom\0\0\0\0"));
        var track = openEnded(table(0, "http://evil.example/a.mp4\0"));
        assertThat(outcome(joined(head, Pieces.box("moov", joined(Pieces.box("mvhd", new byte[8]), track)))))
                .isEqualTo("active-content");
        assertThat(outcome(joined(head, Pieces.box("moov", joined(Pieces.number(0), latin("rmra"), new byte[8])))))
                .isEqualTo("active-content");
        assertThat(outcome(joined(head, Pieces.box("moov", openEnded(table(1, ""))))))
                .isEqualTo("MP4");
        assertThat(outcome(joined(head, Pieces.box("moov", joined(track(1, ""), new byte[4])))))
                .isEqualTo("MP4");
        assertThat(outcome(joined(head, Pieces.box("moov", joined(track(1, ""), new byte[12])))))
                .isEqualTo("MP4");
    }

    private static byte[] openEnded(byte[] media) {
        return joined(Pieces.number(0), latin("trak"), media);
    }

    private static byte[] filmOf(int flags, String address) {
        return joined(Pieces.box("ftyp", latin("isom\0\0\0\0")), Pieces.box("moov", track(flags, address)));
    }

    private static byte[] track(int flags, String address) {
        return Pieces.box("trak", table(flags, address));
    }

    private static byte[] table(int flags, String address) {
        var entry = Pieces.box("url ", joined(Pieces.number(flags), latin(address)));
        var table = Pieces.box("dref", joined(Pieces.number(0), Pieces.number(1), entry));
        return Pieces.box("mdia", Pieces.box("minf", Pieces.box("dinf", table)));
    }

    /// Programs write the list of an archive at its end and its files in any order.
    @Test
    void whatAnArchiveIsDoesNotRestOnTheOrderOfItsFiles() throws Unreadable {
        var noise = new byte[20_000];
        new java.util.Random(7).nextBytes(noise);
        var letter = new LinkedHashMap<String, byte[]>();
        letter.put("word/noise.bin", noise);
        letter.putAll(word());
        assertThat(outcome(zip(letter))).isEqualTo("Office");
        var parcel = new LinkedHashMap<String, byte[]>();
        parcel.put("letter.docx.pdf", joined(Pieces.pdf("/X (" + "[Content_Types].xml ".repeat(9) + ")")));
        parcel.put("folder/" + Descriptor.NAME, latin("{\"patient\":\"1\",\"date\":\"2026-04-01\",\"title\":\"x\"}"));
        assertThat(OtherFile.read(zip(parcel), "x.zip").type()).isEqualTo(FileKind.PDF);
    }

    /// An office document is an archive itself, and white paper is packed tightly.
    @Test
    void aParcelHoldsWhateverIsShown() throws Unreadable {
        var json = latin("{\"patient\":\"1\",\"date\":\"2026-04-01\",\"title\":\"x\"}");
        for (var file : new byte[][] {
            zip(word()), joined(latin("II*\0\10\0\0\0\1\0\0\1\4\0\1\0\0\0\0\0\0\0\0\0\0\0"), new byte[9 << 20])
        }) {
            var parcel = new LinkedHashMap<String, byte[]>();
            parcel.put("letter", file);
            parcel.put(Descriptor.NAME, json);
            assertThat(OtherFile.read(zip(parcel), "x.zip").type()).isEqualTo(FileKind.of(file));
            parcel.put("letter", zip(parcel));
            assertThat(outcome(zip(parcel))).isEqualTo("zip-nested");
        }
    }

    @Test
    void aLockedDocumentIsNotTakenForAnOldOne() {
        var old = joined(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, new byte[600]);
        assertThat(outcome(joined(old, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("encrypted");
    }

    /// G12: a photograph in several scans may tell between them what it tells in front.
    @Test
    void aPhotographLosesWhatStandsBetweenItsScansToo() throws Unreadable {
        var scan = joined(segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}), new byte[] {0x12, (byte) 0xFF, 0, 0x34});
        var whole = joined(
                new byte[] {(byte) 0xFF, (byte) 0xD8},
                segment(0xE0, latin("JFXX\0a small picture of what was cut")),
                segment(0xC2, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0}),
                scan,
                segment(0xE1, latin("Exif\0\0MM GPS 34.39,132.46")),
                segment(0xFE, latin("taken by Kakuu Taro")),
                segment(0xC4, latin("table")),
                scan,
                segment(0xED, latin("Photoshop 3.0 Kakuu")),
                new byte[] {(byte) 0xFF, (byte) 0xD9});
        var content = text(OtherFile.read(whole, "a.jpg").content());
        assertThat(content).doesNotContain("GPS", "Kakuu", "JFXX").contains("table");
        assertThat(content).endsWith("\u00FF\u00D9").hasSizeLessThan(whole.length - 80);
        assertThat(content.split(java.util.regex.Pattern.quote(text(scan)), -1)).hasSize(3);
    }

    @Test
    void aPdfLosesItsAuthorAndASignedOneIsNotTouched() throws Unreadable {
        var plain = Pieces.pdf("");
        var cleaned = OtherFile.read(plain, "a.pdf");
        assertThat(text(cleaned.content())).doesNotContain("Kakuu").contains("/JS (abc)");
        assertThat(cleaned.notes()).extracting(Note::code).contains("metadata-removed");
        assertThat(OtherFile.read(plain, "a.pdf").content())
                .as("each time the same")
                .isEqualTo(cleaned.content());
        var signed = Pieces.pdf("/AcroForm << /SigFlags 3 /Fields [6 0 R] >>", "/Annots [6 0 R]", """
                6 0 obj
                << /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V 7 0 R >>
                endobj
                7 0 obj
                << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>
                endobj
                """);
        var kept = OtherFile.read(signed, "a.pdf");
        assertThat(kept.content()).isEqualTo(signed);
        assertThat(kept.notes()).extracting(Note::code).contains("signature-kept", "metadata-kept");
    }

    @Test
    void whatCouldActIsRefused() {
        assertThat(outcome(Pieces.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")))
                .isEqualTo("active-content");
        var macro = word();
        macro.put("word/vbaProject.bin", latin("x"));
        macro.put("word/_rels/document.xml.rels", Pieces.relations("vbaProject", "vbaProject.bin"));
        assertThat(outcome(zip(macro))).isEqualTo("macro");
        var remote = word();
        remote.put(
                "word/_rels/document.xml.rels",
                latin("<Relationships><Relationship Type=\"x/frame\" TargetMode=\"External\"/></Relationships>"));
        assertThat(outcome(zip(remote))).isEqualTo("active-content");
        var embedded = word();
        embedded.put("word/embeddings/oleObject1.bin", latin("x"));
        embedded.put("word/_rels/document.xml.rels", Pieces.relations("oleObject", "embeddings/oleObject1.bin"));
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
        assertThat(Archive.members(file.content(), name -> true))
                .extracting(member -> text(member.content()))
                .anyMatch(text -> text.contains("words"))
                .noneMatch(text -> text.contains("Kakuu"));
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

    @Test
    void aDescriptorTellsThePersonAsFarAsItIsKnown() throws Unreadable {
        var json = "{\"patient\":\"1\",\"date\":\"2026-04-01\",\"title\":\"x\",\"name\":\"見本　さくら\","
                + "\"birthDate\":\"2019-05-03\",\"sex\":\"female\",\"phone\":\"082-000-0000\"}";
        var person = Descriptor.read(json.getBytes(StandardCharsets.UTF_8)).person();
        assertThat(person.familyName() + "/" + person.givenName()).isEqualTo("見本/さくら");
        assertThat(person.birthDate()).isEqualTo("2019-05-03");
        assertThat(person.sex() + person.phone()).isEqualTo("female082-000-0000");
        assertThatThrownBy(() -> Descriptor.read(json.replace("-05-03", "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }
}
