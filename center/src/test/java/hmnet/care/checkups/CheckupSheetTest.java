package hmnet.care.checkups;

import static hmnet.care.checkups.SampleCheckups.LDL;
import static hmnet.care.checkups.SampleCheckups.LDL_OTHERWISE;
import static hmnet.care.checkups.SampleCheckups.METABOLIC;
import static hmnet.care.checkups.SampleCheckups.SMOKING;
import static hmnet.care.checkups.SampleCheckups.WEIGHT;
import static hmnet.care.checkups.SampleCheckups.checkup;
import static hmnet.care.checkups.SampleCheckups.item;
import static hmnet.care.checkups.SampleCheckups.judged;
import static hmnet.care.checkups.SampleCheckups.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.checkups.CheckupSheet.CheckupColumn;
import hmnet.care.checkups.CheckupSheet.CheckupRow;
import hmnet.care.checkups.CheckupSheet.CheckupRows;
import hmnet.care.checkups.CheckupSheet.CheckupValue;
import hmnet.care.viewer.Filed;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How check-ups of several years stand side by side (健診の経年表).
class CheckupSheetTest {
    private static CheckupRow row(ChartEntry... entries) {
        return sheet(entries).groups().getFirst().rows().getFirst();
    }

    private static List<String> values(CheckupRow row) {
        return row.cells().stream()
                .map(cell -> cell.stream().map(CheckupValue::value).toList().toString())
                .toList();
    }

    @Test
    void aRowHoldsOneTestInOneUnitAndOthersOfItsNameSaySo() {
        var rows = sheet(
                        checkup(Filed.CLINIC, "2026-06-12", item(LDL, "LDLコレステロール", "158", "mg/dL")),
                        checkup(Filed.HOSPITAL, "2025-06-12", item(LDL, "ＬＤＬコレステロール", "131", "mg/dL")),
                        checkup(Filed.HOSPITAL, "2024-06-12", item(LDL_OTHERWISE, "LDLコレステロール", "118", "mg/dL")),
                        checkup(Filed.HOSPITAL, "2023-06-12", item(LDL, "LDLコレステロール", "3.1", "mmol/L")))
                .groups()
                .getFirst()
                .rows();
        assertThat(rows).hasSize(3).allMatch(CheckupRow::apart);
        assertThat(rows.stream().map(CheckupSheetTest::values))
                .contains(List.of("[158]", "[131]", "[]", "[]"), List.of("[]", "[]", "[118]", "[]"));
    }

    @Test
    void theChangeIsToldBetweenTwoCheckupsWithOneNumberEach() {
        var change = Objects.requireNonNull(row(
                        checkup(Filed.CLINIC, "2026-06-12", item(WEIGHT, "体重", "62.4", "kg")),
                        checkup(Filed.CLINIC, "2025-06-12", item(WEIGHT, "体重", "60.3", "kg")),
                        checkup(Filed.CLINIC, "2024-06-12", item(WEIGHT, "体重", "70", "kg")))
                .change());
        assertThat(change.by()).isEqualTo("+2.1");
        assertThat(change.since()).isEqualTo("2025-06-12");
        assertThat(row(
                                checkup(Filed.CLINIC, "2026-06-12", item(WEIGHT, "体重", "", "kg", "未実施")),
                                checkup(Filed.CLINIC, "2025-06-12", item(WEIGHT, "体重", "60.3", "kg")))
                        .change())
                .as("one was not measured")
                .isNull();
        assertThat(row(
                                checkup(Filed.CLINIC, "2026-06-12", item(WEIGHT, "体重", "62.4", "kg")),
                                checkup(Filed.CLINIC, "2025-06-12", item(WEIGHT, "体重", "<60", "kg")))
                        .change())
                .as("one is no plain number")
                .isNull();
    }

    @Test
    void anotherAnswerIsToldAsAnotherAnswer() {
        var change = row(
                        checkup(Filed.CLINIC, "2026-06-12", item(SMOKING, "喫煙", "いいえ", "")),
                        checkup(Filed.CLINIC, "2025-06-12", item(SMOKING, "喫煙", "はい", "")))
                .change();
        assertThat(Objects.requireNonNull(change).by()).isEmpty();
    }

    @Test
    void notDoneNotMeasurableAndNotReceivedNeverLookAlike() {
        var row = row(
                checkup(Filed.CLINIC, "2026-06-12", item(WEIGHT, "体重", "", "", "未実施")),
                checkup(Filed.CLINIC, "2025-06-12", item(WEIGHT, "体重", "", "", "測定不能")),
                checkup(Filed.CLINIC, "2024-06-12", item(LDL, "LDL", "120", "mg/dL")),
                checkup(Filed.CLINIC, "2023-06-12", item(WEIGHT, "体重", "", "", "値の記載なし")));
        assertThat(row.cells().stream()
                        .map(cell -> cell.stream().map(CheckupValue::told).toList()))
                .containsExactly(List.of("未実施"), List.of("測定不能"), List.of(), List.of("値の記載なし"));
    }

    @Test
    void theJudgementStandsFirstAndAColumnNamesWhoSentIt() {
        var sheet = sheet(
                checkup(Filed.HOSPITAL, "2025-06-12", item(SMOKING, "喫煙", "はい", ""), item("X-1", "独自項目", "1", "")),
                checkup(Filed.CLINIC, "2026-06-12", judged(LDL, "LDL", "158", "mg/dL", "", "119", "")),
                checkup(Filed.CLINIC, "2026-06-12", item(METABOLIC, "判定", "該当", "")));
        assertThat(sheet.columns())
                .extracting(CheckupColumn::facility)
                .containsExactly(Filed.name(Filed.CLINIC), Filed.name(Filed.HOSPITAL));
        assertThat(sheet.groups())
                .extracting(CheckupRows::key)
                .containsExactly(
                        "checkups.group.judgement",
                        "checkups.group.lipid",
                        "checkups.group.questions",
                        "checkups.group.other");
        assertThat(sheet.groups().get(1).rows().getFirst().cells().getFirst())
                .extracting(value -> value.flag().letters())
                .containsExactly("H");
    }
}
