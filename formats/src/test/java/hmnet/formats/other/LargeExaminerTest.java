package hmnet.formats.other;

import static hmnet.formats.other.Pieces.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.LargeBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// The rules for files that are too large for memory, tried on small ones.
class LargeExaminerTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private String outcome(byte[] bytes) throws IOException {
        written.reset();
        try {
            var verdict = LargeExaminer.examine(LargeBytes.of(bytes), "x", () -> written);
            return verdict.kind() + (verdict.rewritten() ? " anew" : "");
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static byte[] box(String kind, int length) {
        return ByteBuffer.allocate(length)
                .putInt(length)
                .put(kind.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] film(String brand, byte[]... boxes) {
        var film = new ByteArrayOutputStream();
        film.writeBytes(ByteBuffer.allocate(16)
                .putInt(16)
                .put(("ftyp" + brand).getBytes(StandardCharsets.US_ASCII))
                .array());
        for (var box : boxes) {
            film.writeBytes(box);
        }
        return film.toByteArray();
    }

    /// One directory with one entry, whose value lies at the end.
    private static ByteBuffer tiff(int valueAt, int next) {
        var tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 273).putShort((short) 4).putInt(4).putInt(valueAt);
        return tiff.putInt(next);
    }

    private static byte[] dicom() {
        var bytes = new byte[300];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
        return bytes;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> disc() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("DICOMDIR", dicom());
        files.put("image/1.dcm", dicom());
        files.put("創部.jpg", Pieces.photograph());
        return files;
    }

    @Test
    void aPdfIsWrittenAnewAndOneThatActsIsKeptBack() throws IOException {
        assertThat(outcome(pdf(""))).isEqualTo("PDF anew");
        assertThat(written.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(outcome(pdf("/OpenAction << /S /J#61vaScript /JS (x) >>"))).isEqualTo("active-content");
        var whole = pdf("");
        assertThat(outcome(Arrays.copyOf(whole, whole.length - 9))).isEqualTo("truncated");
    }

    @Test
    void aLargePdfBecomesWhatASmallOneBecomes() throws IOException, Unreadable {
        assertThat(outcome(pdf("/Lang (ja)"))).isEqualTo("PDF anew");
        assertThat(written.toByteArray()).isEqualTo(Pdf.clean(pdf("/Lang (ja)")).content());
    }

    @Test
    void filmsAndPicturesInBoxesAreWholeOrKeptBack() throws IOException {
        var film = film("isom", box("moov", 40), box("mdat", 999));
        assertThat(outcome(film)).isEqualTo("MP4");
        assertThat(written.size()).as("it stays as it came").isZero();
        assertThat(outcome(Arrays.copyOf(film, film.length - 1))).isEqualTo("truncated");
        assertThat(outcome(film("isom", box("mdat", 999)))).isEqualTo("truncated");
        assertThat(outcome(film("heic", box("meta", 40), box("mdat", 999)))).isEqualTo("HEIC");
        assertThat(outcome(film("heic", box("mdat", 999)))).isEqualTo("truncated");
    }

    @Test
    void theDirectoriesOfATiffLieWithinIt() throws IOException {
        assertThat(outcome(tiff(40, 0).array())).isEqualTo("TIFF");
        assertThat(outcome(tiff(60, 0).array())).as("a value beyond its end").isEqualTo("truncated");
        assertThat(outcome(tiff(40, 99).array()))
                .as("a directory beyond its end")
                .isEqualTo("truncated");
        assertThat(outcome(tiff(40, 8).array()))
                .as("a directory that leads to itself")
                .isEqualTo("too-complex");
        assertThat(outcome(Arrays.copyOf(tiff(40, 0).array(), 20))).isEqualTo("truncated");
    }

    @Test
    void anArchiveHoldsPicturesAloneAndHidesNothing() throws IOException {
        assertThat(outcome(zip(disc()))).isEqualTo("ALBUM");
        var program = disc();
        program.put("autorun.exe", "MZ, a program".getBytes(StandardCharsets.US_ASCII));
        assertThat(outcome(zip(program))).isEqualTo("type-not-accepted");
        var document = disc();
        document.put("letter.pdf", pdf(""));
        assertThat(outcome(zip(document))).as("a PDF could act").isEqualTo("type-not-accepted");
        assertThat(outcome(zip(Map.of("../x.dcm", dicom())))).isEqualTo("zip-slip");
        var polyglot = dicom();
        polyglot[0] = 'M';
        polyglot[1] = 'Z';
        assertThat(outcome(zip(Map.of("a.dcm", polyglot))))
                .as("a program that is an image too")
                .isEqualTo("type-not-accepted");
        assertThat(outcome(zip(Map.of("setup.exe", dicom())))).isEqualTo("type-not-accepted");
        assertThat(outcome(zip(Map.of("photo.hta", Pieces.photograph()))))
                .as("a photograph that is called a program")
                .isEqualTo("type-not-accepted");
        assertThat(outcome(zip(Map.of("CT.1.2.840.113619.2.1", dicom())))).isEqualTo("ALBUM");
        var nested = disc();
        nested.put("more.zip", zip(disc()));
        assertThat(outcome(zip(nested))).isEqualTo("type-not-accepted");
    }

    @Test
    void anArchiveWhoseTableAndFilesDisagreeIsKeptBack() throws IOException {
        var whole = zip(disc());
        assertThat(outcome(Arrays.copyOf(whole, whole.length - 1))).isEqualTo("zip-damaged");
        var hidden = new ByteArrayOutputStream();
        hidden.writeBytes(zip(Map.of("x.dcm", dicom())));
        hidden.writeBytes(whole);
        assertThat(outcome(hidden.toByteArray()))
                .as("a second archive in front")
                .isEqualTo("zip-damaged");
        var renamed = whole.clone();
        renamed[30] ^= 1; // in the heading of the first file, not in the table
        assertThat(outcome(renamed)).isEqualTo("zip-damaged");
    }

    @Test
    void noOtherKindMayBeLarge() throws IOException {
        assertThat(outcome("any text".getBytes(StandardCharsets.US_ASCII))).isEqualTo("type-not-accepted");
        assertThat(outcome(new byte[0])).isEqualTo("empty");
        assertThat(outcome(Pieces.photograph())).as("as small ones").isEqualTo("JPEG anew");
        var packed = new LinkedHashMap<String, byte[]>();
        packed.put(Descriptor.NAME, "{}".getBytes(StandardCharsets.US_ASCII));
        packed.putAll(disc());
        assertThat(outcome(zip(packed))).isEqualTo("parcel");
    }
}
