package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.POTASSIUM;
import static hmnet.care.viewer.Filed.item;
import static hmnet.care.viewer.Filed.laboratory;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.labsheet.KeyResults.KeyResult;
import hmnet.care.labsheet.LatestResult.PlacedValue;
import hmnet.care.labsheet.LatestResult.ResultChange;
import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.care.viewer.Filed;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The newest value of a test, the one before, and which results a summary shows first (最新値と前回値).
class LatestResultTest {
    private static final ResultReader DOCTOR_OF_THE_CLINIC =
            new ResultReader(CLINIC, LocalDate.of(2026, 11, 23), Filed::name);

    private static List<KeyResult> key(ChartEntry... entries) {
        var cells = new LabCells("/people/x", List.of(), Messages.in(Language.JAPANESE));
        return KeyResults.of(LabValue.of(List.of(entries)), KeyResults.words(), DOCTOR_OF_THE_CLINIC, cells);
    }

    private static LatestResult potassium(ChartEntry... entries) {
        return key(entries).getFirst().result();
    }

    private static String value(PlacedValue placed) {
        return Objects.requireNonNull(placed).cell().value();
    }

    @Test
    void theNewestValueStandsBesideTheOneBeforeWhoeverMeasuredIt() {
        var result = potassium(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "5.4", "mEq/L")),
                laboratory(CLINIC, "2026-11-05T09:00", item(POTASSIUM, "4.6", "mEq/L")),
                laboratory(HOSPITAL, "2026-10-05T09:00", item(POTASSIUM, "4.1", "mEq/L")));
        assertThat(value(result.latest())).isEqualTo("5.4");
        assertThat(result.latest().elsewhere()).isTrue();
        assertThat(result.latest().daysAgo()).isEqualTo(3);
        assertThat(value(Objects.requireNonNull(result.previous()))).isEqualTo("4.6");
        assertThat(result.change()).isEqualTo(ResultChange.UP);
        assertThat(Objects.requireNonNull(result.spark()).line())
                .startsWith("3,12")
                .endsWith("69,3");
    }

    @Test
    void anotherUnitIsNoPreviousValue() {
        var result = potassium(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "5.4", "mEq/L")),
                laboratory(CLINIC, "2026-11-05T09:00", item(POTASSIUM, "4.6", "mmol/L")));
        assertThat(value(result.latest())).isEqualTo("5.4");
        assertThat(result.previous()).isNull();
        assertThat(result.spark()).isNull();
    }

    @Test
    void whatCouldNotBeMeasuredIsToldAndHasNoArrow() {
        var result = potassium(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "", "mEq/L", "", "", "", "X")),
                laboratory(CLINIC, "2026-11-05T09:00", item(POTASSIUM, "4.6", "mEq/L")));
        assertThat(result.latest().cell().told()).isEqualTo("検査不能");
        assertThat(value(Objects.requireNonNull(result.previous()))).isEqualTo("4.6");
        assertThat(result.change()).isNull();
    }

    @Test
    void whatWasTakenBackIsNotTheNewest() {
        var result = potassium(
                laboratory(HOSPITAL, "2026-11-20T09:00", item(POTASSIUM, "9.9", "mEq/L", "", "", "H", "W")),
                laboratory(CLINIC, "2026-11-05T09:00", item(POTASSIUM, "4.6", "mEq/L")));
        assertThat(value(result.latest())).isEqualTo("4.6");
    }

    @Test
    void ofAPanelOfTheBloodTheNameTellsHaemoglobinFromLeukocytes() {
        var other = item("2A990000001930952", "4300", "/uL");
        assertThat(key(laboratory(HOSPITAL, "2026-11-20T09:00", other))).isEmpty();
        assertThat(key(laboratory(HOSPITAL, "2026-11-20T09:00", item("2A030000001930102", "10.2", "g/dL"))))
                .singleElement()
                .satisfies(result -> assertThat(result.word()).isEqualTo("haemoglobin"));
    }
}
