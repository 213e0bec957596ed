package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.archive.Archive;
import hmnet.people.patients.MyNumber;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The number that is never taken (個人番号) inside archives and workbooks: what is so of a table is so of a packed one.
class PackedNumbersTest extends Ward {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final String ONE = checked("12345678901");
    private static final String TWO = checked("98765432101");

    private static String checked(String eleven) {
        for (int digit = 0; digit < 10; digit++) {
            if (MyNumber.looksLike(eleven + digit)) {
                return eleven + digit;
            }
        }
        throw new IllegalStateException(eleven);
    }

    private static byte[] zip(Map<String, byte[]> members) throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /// @param cells the cells of its one sheet
    private static byte[] workbook(String cells, String... shared) throws java.io.IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>\
                """.getBytes(UTF_8));
        parts.put(
                "xl/sharedStrings.xml",
                ("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + java.util.Arrays.stream(shared)
                                        .map(words -> "<si><t>" + words + "</t></si>")
                                        .collect(Collectors.joining())
                                + "</sst>")
                        .getBytes(UTF_8));
        parts.put(
                "xl/worksheets/sheet1.xml",
                ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + cells
                                + "</sheetData></worksheet>")
                        .getBytes(UTF_8));
        return zip(parts);
    }

    private static Optional<byte[]> masked(String name, byte[] body) {
        return IndividualNumbers.masked(new ReceivedFile(name, body, Door.FILES), digits -> false)
                .map(masked -> masked.file().body());
    }

    private static String unpacked(byte[] body) throws Exception {
        return Archive.members(body, name -> true).stream()
                .map(member -> member.name() + "\n" + new String(member.content(), MS932) + "\n"
                        + new String(member.content(), UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aTableInAnArchiveIsMaskedAsItWouldBeAlone() throws Exception {
        var sheet = "番号,個人番号\n1," + ONE + "\n2," + TWO + "\n";
        var members = new LinkedHashMap<String, byte[]>();
        members.put("readme.txt", "見本".getBytes(UTF_8));
        members.put("members.csv", sheet.getBytes(MS932));
        var kept = masked("all.zip", zip(members)).orElseThrow();
        assertThat(unpacked(kept)).doesNotContain(ONE, TWO).contains("1,************", "見本");
        assertThat(IndividualNumbers.whereMasked(kept)).isEqualTo("members.csv column 2");
        assertThat(masked("all.zip", kept)).as("masked again").isEmpty();
    }

    @Test
    void aNumberInAMembersNameIsMasked() throws Exception {
        var kept = masked("all.zip", zip(Map.of(ONE + ".txt", "words".getBytes(UTF_8))))
                .orElseThrow();
        assertThat(unpacked(kept)).doesNotContain(ONE).contains("************.txt");
    }

    /// As Excel keeps them: shared and own strings, numbers, and numbers as powers of ten.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"B2\" t=\"s\"><v>1</v></c>",
                "<c r=\"B2\" t=\"inlineStr\"><is><r><t>ONE</t></r></is></c>",
                "<c r=\"B2\"><v>ONE</v></c>",
                "<c r=\"B2\"><f>1*2</f><v>POWER</v></c>",
                "<c r=\"B2\" t=\"str\"><v>ONE</v></c>"
            })
    void aColumnOfAWorkbookIsMasked(String cell) throws Exception {
        var power = ONE.charAt(0) + "." + ONE.substring(1) + "E11";
        var book = workbook(
                "<row><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row><row><c r=\"A2\"><v>7</v></c>"
                        + cell.replace("ONE", ONE).replace("POWER", power) + "</row>",
                "個人番号",
                ONE);
        var kept = masked("members.xlsx", book).orElseThrow();
        assertThat(unpacked(kept)).contains("************", "個人番号", "<v>7</v>");
        assertThat(unpacked(kept)).doesNotContain(power, ONE);
        assertThat(IndividualNumbers.whereMasked(kept)).isEqualTo("xl/worksheets/sheet1.xml column 2");
    }

    /// A program cuts a number into runs; a label stands in the cell beside it; notes and slides are parts of their
    /// own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/document.xml <w:p><w:r><w:t>個人番号：1234</w:t></w:r><w:proofErr/><w:r><w:t>AAAABBBB</w:t></w:r></w:p>",
                "word/document.xml <w:tbl><w:tc><w:p><w:r><w:t>マイナンバー</w:t></w:r></w:p></w:tc>"
                        + "<w:tc><w:p><w:r><w:t>1234-AAAA-BBBB</w:t></w:r></w:p></w:tc></w:tbl>",
                "word/footnotes.xml <w:p><w:r><w:t>個人番号 1234 AAAA BBBB</w:t></w:r></w:p>",
                "ppt/slides/slide1.xml <a:p><a:r><a:t>個番</a:t></a:r></a:p><a:p><a:r><a:t>1234AAAABBBB</a:t></a:r></a:p>",
                "xl/comments1.xml <comment><text><r><t>個人番号は1234</t></r><r><t>AAAABBBB</t></r></text></comment>"
            })
    void aNumberInALetterOrASlideIsMasked(String part) throws Exception {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        var words = part.substring(part.indexOf(' ') + 1)
                .replace("1234", ONE.substring(0, 4))
                .replace("AAAA", ONE.substring(4, 8))
                .replace("BBBB", ONE.substring(8));
        parts.put(
                part.substring(0, part.indexOf(' ')),
                ("<x xmlns:w=\"urn:w\" xmlns:a=\"urn:a\"><w:p><w:r><w:t>見本</w:t></w:r></w:p>" + words + "</x>")
                        .getBytes(UTF_8));
        var kept = masked("letter.docx", zip(parts)).orElseThrow();
        assertThat(unpacked(kept))
                .contains("見本", "****")
                .doesNotContain(ONE.substring(4, 8))
                .doesNotContain(ONE.substring(8) + "<");
        assertThat(masked("letter.docx", kept)).as("masked again").isEmpty();
    }

    @Test
    void whatIsNoneStands() throws Exception {
        var book = workbook(
                "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row><row><c r=\"A2\"><v>202600010013</v></c></row>"
                        + "<row><c r=\"A3\"><v>202600010021</v></c></row>",
                "order");
        assertThat(masked("orders.xlsx", book)).isEmpty();
        assertThat(masked("a.zip", zip(Map.of("a.csv", "order\n202600010013\n202600010021\n".getBytes(UTF_8)))))
                .isEmpty();
        assertThat(masked("cut.zip", java.util.Arrays.copyOf(book, book.length / 2)))
                .isEmpty();
    }

    @Test
    void nothingOfAPackedTableIsKept() throws Exception {
        var sender = hospital();
        for (var file : Map.of(
                        "members.zip",
                        zip(Map.of("members.csv", ("個人番号\n" + ONE + "\n").getBytes(UTF_8))),
                        "members.xlsx",
                        workbook(
                                "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row><row><c r=\"A2\"><v>" + ONE
                                        + "</v></c></row>",
                                "個人番号"))
                .entrySet()) {
            var kept = filed(sender, new ReceivedFile(file.getKey(), file.getValue(), Door.FILES))
                    .getFirst();
            assertThat(state(sender, kept).state()).isEqualTo(FileState.QUARANTINED);
            assertThat(state(sender, kept).reason()).isEqualTo("my-number");
            assertThat(state(sender, kept).detail()).contains("column 1");
        }
        for (var body : opened(sender)) {
            assertThat(unpacked(body)).doesNotContain(ONE).contains("************");
        }
    }
}
