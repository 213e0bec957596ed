package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.Samples;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.Outcome;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A hospital's month: it cannot be sent in parts, and its receipts are read one after the other.
class LargeUkeTest {
    private static final String HEAD = "IR,2,34,1,9999999,,見本病院,202605,00,000-000-0000\r\n";
    private static final String RECEIPT = """
            RE,NR,1112,202604,見本　花子,2,3300101,70,,,,,,NUMBER,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,
            HO,  999999,見本,１,1,1000,,,,,,,,,
            SY,2500013,20240401,1,,,01,
            SI,12,1,112007410,,75,1,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,
            CO,21,1,810000001,毎食後
            IY,,1,620000001,3,,14,,,,,,,,,,,,,,,,14,,,,,,,,,,,,,,,,,,,,,
            """.replace("\n", "\r\n");

    private static byte[] month(int bytesLeast, int said) {
        var out = new ByteArrayOutputStream(bytesLeast + 1_000_000);
        out.writeBytes(HEAD.getBytes(RecordForm.WINDOWS));
        int number = 0;
        while (out.size() < bytesLeast) {
            number++;
            out.writeBytes(RECEIPT.replace("NR", String.valueOf(number))
                    .replace("NUMBER", "%07d".formatted(number % 40_000))
                    .getBytes(RecordForm.WINDOWS));
        }
        out.writeBytes(("GO," + (said == 0 ? number : said) + ",1000,99\r\n").getBytes(RecordForm.WINDOWS));
        return out.toByteArray();
    }

    private static void same(byte[] bytes, String name) throws Unreadable {
        var small = Receipts.of(bytes, Receipts.SMALL);
        var large = Receipts.of(bytes, 0);
        assertThat(large.format()).as(name).isEqualTo(small.format());
        assertThat(large.month()).as(name).isEqualTo(small.month());
        assertThat(large.notes()).as(name).containsExactlyInAnyOrderElementsOf(small.notes());
        assertThat(large.sheets()).as(name).hasSameSizeAs(small.sheets());
        for (int i = 0; i < small.sheets().size(); i++) {
            assertThat(large.sheets().get(i))
                    .as(name)
                    .usingRecursiveComparison()
                    .isEqualTo(small.sheets().get(i));
        }
    }

    @Test
    void receiptByReceiptAFileTellsWhatItTellsAtOnce() throws IOException, Unreadable {
        same(month(20_000, 0), "made");
        same(
                new String(month(5_000, 0), RecordForm.WINDOWS)
                        .replace("\r\n", "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "UTF-8");
        same(
                new String(month(5_000, 7), RecordForm.WINDOWS)
                        .substring(HEAD.length())
                        .getBytes(RecordForm.WINDOWS),
                "no header");
    }

    @Test
    void everySampleIsTheSameReceiptByReceipt() throws IOException, Unreadable {
        try (var files = Files.list(Samples.folder("uke-sosuke/uke"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                same(Files.readAllBytes(file), file.toString());
            }
        }
    }

    @Test
    void aMonthBeyondEightMebibytesIsReadAndWhatItSaysTooMuchIsTold() throws Unreadable {
        var file = UkeFile.read(month(9 << 20, 140));
        assertThat(file.sheets()).hasSizeGreaterThan(20_000);
        assertThat(file.notes())
                .extracting(note -> note.code() + " " + note.text())
                .containsExactly("total-differs 140 said, " + file.sheets().size() + " found");
        assertThat(file.sheets().getFirst().entries()).hasSize(3);
        var last = file.sheets().getLast();
        assertThat(last.patient()).isEqualTo("%07d".formatted(file.sheets().size() % 40_000));
    }

    @Test
    void aLargeFileIsRefusedForWhatASmallOneIs() {
        var whole = month(9 << 20, 0);
        assertThat(code(java.util.Arrays.copyOf(whole, whole.length - 40))).isEqualTo("cut");
        whole[whole.length / 2] = 0x07;
        assertThat(code(whole)).isEqualTo("control-character");
        assertThat(code(new byte[(128 << 20) + 1])).isEqualTo("too-large");
    }

    private static String code(byte[] bytes) {
        return catchThrowableOfType(Unreadable.class, () -> UkeFile.read(bytes))
                .note()
                .code();
    }

    /// `-Dhmnet.large=true -Xmx512m`: a hundred megabytes through the whole check, in little memory.
    @Test
    @EnabledIfSystemProperty(named = "hmnet.large", matches = "true")
    void aHospitalsMonthIsCheckedInBoundedMemory() throws Unreadable {
        var bytes = month(120 << 20, 0);
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        var file = UkeFile.read(bytes);
        System.gc();
        long kept = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before;
        assertThat(kept).isLessThan(16 << 20);
        long entries = 0;
        for (Sheet sheet : file.sheets()) {
            entries += sheet.entries().size();
        }
        assertThat(entries).isEqualTo(3L * file.sheets().size());
        var checked = CheckedFile.of("a.UKE", "a.UKE", bytes);
        assertThat(checked.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(List.of(checked.patients())).containsExactly(40_000);
    }
}
