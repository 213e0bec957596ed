package hmnet.formats.kenshin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import hmnet.formats.model.chart.Results;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Tables of check-ups: persons, items, era dates, slips and what is refused.
class KenshinTableTest {
    private static String table() {
        return new String(KenshinPieces.table(), TextDecoding.WINDOWS_31J);
    }

    private static String refusal(String table) {
        try {
            KenshinFile.read(table.getBytes(TextDecoding.WINDOWS_31J));
            return "";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    @Test
    void aRowIsAPersonWithTheirResults() throws Unreadable {
        var sheets = KenshinFile.read(KenshinPieces.table()).sheets();
        assertThat(sheets).hasSize(2);
        assertThat(sheets.get(1).patient()).isEqualTo("7002");
        assertThat(sheets.get(1).person().birthDate()).isEqualTo(LocalDate.of(1960, 4, 1));
        var results = (Results) sheets.get(1).entries().getFirst();
        assertThat(results.results()).extracting(Results.TestResult::flag).containsExactly("H", "", "");
        var first = (Results) sheets.getFirst().entries().getFirst();
        assertThat(first.results()).extracting(Results.TestResult::status).containsExactly("F", "F", "X");
    }

    @Test
    void utf8AndLineFeedsAreReadWithANote() throws Unreadable {
        var file = KenshinFile.read(table().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.sheets()).hasSize(2);
        assertThat(file.notes()).extracting(Note::code).contains("charset-utf8");
    }

    @Test
    void shiftedColumnsDoubledRowsAndMissingDaysAreRefused() {
        assertThat(refusal(table().replace("未実施", "未実施,9"))).isEqualTo("columns");
        assertThat(refusal(table().replace("20260406", ""))).isEqualTo("date");
        var rows = table();
        assertThat(refusal(rows + rows.substring(rows.indexOf("7002")))).isEqualTo("row-twice");
        assertThat(refusal(rows + "\"7003,")).isEqualTo("truncated");
    }

    @Test
    void aLineOfTheImportFormatIsReadInItsGroups() throws Unreadable {
        var line =
                "\"KENSA\",\"3419999999\",\"架空健診センター\",\"\",\"\",\"20260405\",\"\",\"26100000001\",\"ｹﾝｼﾝ ﾊﾅｺ\",\"S350401\",\"2\",\"\",\"\","
                        + "\"9N001000000000001\",\"身長\",\"1\",\"\",\"\",\"158.2\",\"\",\"\",\"9N006000000000001\",\"体重\",\"1\",\"\",\"\",\"あ\",\"\",\"\"";
        var file = KenshinFile.read(line.getBytes(TextDecoding.WINDOWS_31J));
        assertThat(file.sheets().getFirst().person().familyKana()).isEqualTo("ｹﾝｼﾝ");
        assertThat(file.notes()).extracting(Note::code).contains("not-a-number");
        assertThat(refusal(line.substring(0, line.indexOf("\"158.2\"") - 1))).isEqualTo("truncated");
    }
}
