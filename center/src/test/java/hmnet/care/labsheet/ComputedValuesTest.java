package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.item;
import static hmnet.care.viewer.Filed.laboratory;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From which values of a chart something is computed, and from which not (計算値の条件).
class ComputedValuesTest {
    private static final String CREATININE = "3C015000002327101";
    private static final String EGFR = "8A065000002391901";
    private static final String CALCIUM = "3H030000002327101";
    private static final String ALBUMIN = "3A015000002327101";
    private static final String MORNING = "2026-11-20T09:00";

    /// Of a man who was 60 on that day.
    private static List<String> computed(ChartEntry... entries) {
        return computed(LocalDate.of(1966, 11, 20), entries);
    }

    private static List<String> computed(LocalDate birth, ChartEntry... entries) {
        return new ComputedValues(birth, "male", Messages.in(Language.JAPANESE))
                .beside(LabValue.of(List.of(entries))).stream()
                        .filter(value -> value.analyte().isComputed())
                        .map(value -> value.item().name() + " " + value.item().value())
                        .toList();
    }

    private static AnalyteItem commented(String note) {
        return new AnalyteItem(
                CREATININE,
                CodingSystems.JLAC10,
                "クレアチニン",
                "1.00",
                "mg/dL",
                "",
                "",
                "",
                "",
                "F",
                "血清",
                OffsetDateTime.parse("2026-11-20T09:00:00+09:00"),
                List.of(note),
                "",
                "");
    }

    @Test
    void aCreatinineGivesAnEstimateThatIsNamedAsComputed() {
        assertThat(computed(laboratory(HOSPITAL, MORNING, item(CREATININE, "1.00", "mg/dL"))))
                .containsExactly("eGFR（計算値） 59.9");
    }

    @Test
    void theAgeIsThatOfTheDayOfTheSample() {
        var child = LocalDate.of(2008, 11, 21);
        assertThat(computed(child, laboratory(HOSPITAL, MORNING, item(CREATININE, "0.70", "mg/dL"))))
                .isEmpty();
        assertThat(computed(child.minusDays(1), laboratory(HOSPITAL, MORNING, item(CREATININE, "0.70", "mg/dL"))))
                .hasSize(1);
    }

    @Test
    void anEstimateThatTheHospitalSentComesFirst() {
        assertThat(computed(
                        laboratory(HOSPITAL, "2026-11-20T15:00", item(EGFR, "61", "mL/min/1.73m2")),
                        laboratory(HOSPITAL, MORNING, item(CREATININE, "1.00", "mg/dL"))))
                .isEmpty();
    }

    @Test
    void valuesOfTwoSamplesOrHospitalsAreNotPutTogether() {
        var calcium = laboratory(HOSPITAL, MORNING, item(CALCIUM, "8.0", "mg/dL"));
        assertThat(computed(calcium, laboratory(HOSPITAL, MORNING, item(ALBUMIN, "2.5", "g/dL"))))
                .as("two reports of one sample")
                .containsExactly("補正Ca（計算値） 9.5");
        assertThat(computed(calcium, laboratory(HOSPITAL, "2026-11-20T11:00", item(ALBUMIN, "2.5", "g/dL"))))
                .isEmpty();
        assertThat(computed(calcium, laboratory(CLINIC, MORNING, item(ALBUMIN, "2.5", "g/dL"))))
                .isEmpty();
    }

    @Test
    void withoutItsUnitItsMaterialOrAPlainNumberNothingIsComputed() {
        for (var creatinine : List.of(
                item(CREATININE, "1.00", ""),
                item(CREATININE, "88", "μmol/L"),
                item("3C015000000127101", "100", "mg/dL"),
                item(CREATININE, "<0.10", "mg/dL"),
                item(CREATININE, "1.00", "mg/dL", "", "", "", "X"),
                commented("測定法 Jaffé法"))) {
            assertThat(computed(laboratory(HOSPITAL, MORNING, creatinine)))
                    .as(creatinine.toString())
                    .isEmpty();
        }
    }

    @Test
    void aValueThatWasToldTwiceOfOneSampleIsNotChosenFrom() {
        assertThat(computed(
                        laboratory(HOSPITAL, MORNING, item(CREATININE, "1.00", "mg/dL")),
                        laboratory(HOSPITAL, MORNING, item(CREATININE, "1.40", "mg/dL"))))
                .isEmpty();
    }

    @Test
    void aCommentAtTheInputStandsAtTheComputedValueToo() {
        var values = new ComputedValues(LocalDate.of(1966, 1, 1), "male", Messages.in(Language.JAPANESE))
                .beside(LabValue.of(List.of(laboratory(HOSPITAL, MORNING, commented("溶血 (1+)")))));
        assertThat(values.getLast().item().notes()).containsExactly("溶血 (1+)");
        assertThat(values.getLast().flag()).isEqualTo(LabFlag.NONE);
    }
}
