package hmnet.formats.labcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of results in records of 256 bytes, written by hand from the bytes of the form.
class FixedLabGoldenTest {
    /// Bytes 3, 9, 19, 20, 49, 69, 70, 73, 76, then five results of 32 from 79, the day at 239, five flags
    /// between.
    private static String record(String status, String state, String items, String flags) {
        return padded(
                        "A1" + "LAB001" + padded("0000123", 10) + "1" + "2" + " ".repeat(28) + padded("ﾐﾎﾝ ﾊﾅｺ", 20)
                                + status + padded(state, 9) + padded(items, 160) + "2026/04/01",
                        248)
                .concat(padded(" " + flags, 8))
                .replaceFirst("^(.{238})", "$1");
    }

    private static String padded(String text, int bytes) {
        return text + " ".repeat(bytes - text.getBytes(RecordForm.WINDOWS).length);
    }

    private static String item(String code, String value, String limit, String comment) {
        return padded(code, 17) + " ".repeat(8 - value.length()) + value + padded(limit, 1) + padded(comment, 3)
                + "   ";
    }

    private static List<Results.TestResult> read(String... records) throws Unreadable {
        return LabCsvFile.read(String.join("\r\n", records).getBytes(RecordForm.WINDOWS)).sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .flatMap(entry -> ((Results) entry).results().stream())
                .toList();
    }

    @Test
    void limitsStandBeforeTheirNumbers() throws Unreadable {
        assertThat(read(record(
                        "E",
                        "",
                        item("00605", "0.50", "L", "")
                                + item("00606", "999", "O", "")
                                + item("00607", "5", "E", "")
                                + item("00608", "7", "U", "")
                                + item("00609", "3", "B", ""),
                        "")))
                .extracting(Results.TestResult::value)
                .containsExactly("<0.50", ">999", "<=5", ">=7", "3");
    }

    @Test
    void aMarkWithoutANumberIsNoValue() throws Unreadable {
        var results = read(record("E", "", item("00605", "", "L", ""), ""));
        assertThat(results).extracting(Results.TestResult::value).containsExactly("");
        assertThat(results).extracting(Results.TestResult::status).containsExactly("P");
    }

    @Test
    void aReportOnTheWayIsPreliminary() throws Unreadable {
        assertThat(read(record("M", "", item("00605", "55", "", ""), "")))
                .extracting(Results.TestResult::status)
                .containsExactly("P");
        var strange = read(record("Z", "", item("00605", "55", "", ""), ""));
        assertThat(strange.getFirst().notes()).contains("報告状況 Z");
    }

    @Test
    void howTheSampleWasStandsBesideEachResult() throws Unreadable {
        var results = read(record("E", "  1 2+  3", item("00605", "55", "", "C01") + item("00606", "(+)", "", ""), ""));
        assertThat(results.getFirst().notes()).containsExactly("コメントコード C01", "乳び 1", "溶血 2+", "ビリルビン 3", "透析 2");
        assertThat(results.getLast().value()).isEqualTo("(+)");
        assertThat(results.getLast().notes()).containsExactly("乳び 1", "溶血 2+", "ビリルビン 3", "透析 2");
    }

    @Test
    void aRecordCutShortIsRefusedAndALastOneWithoutItsEndIsNot() throws Unreadable {
        var whole = record("E", "", item("00605", "55", "", ""), "");
        assertThat(whole.getBytes(RecordForm.WINDOWS)).hasSize(256);
        assertThat(read(whole, whole.replace("0000123", "0000456"))).hasSize(2);
        assertThat(catchThrowableOfType(Unreadable.class, () -> read(whole, whole.substring(0, 200)))
                        .note())
                .extracting(Note::code)
                .isEqualTo("cut");
    }
}
