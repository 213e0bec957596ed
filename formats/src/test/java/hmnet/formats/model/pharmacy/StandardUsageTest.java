package hmnet.formats.model.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.CodingSystems;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The supplements of the standard usages (補足用法), by the code lists of JP Core and of electronic prescriptions.
class StandardUsageTest {
    private static final String JP_CORE = "fhir-ePrescription/CodeSystem-jp-medication-usage-jami-additional-cs.json";
    private static final String E_PRESCRIPTION =
            "fhir-ePrescription/CodeSystem-jami-codeSystem-ePreOrderUsageAuxCode.json";

    private static Concept supplement(String code) {
        return Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, "");
    }

    private static DoseRhythm rhythm(String code) {
        return StandardUsage.rhythm("", List.of(supplement(code)));
    }

    @Test
    void everyKindOfCodeSaysItsDays() {
        assertThat(rhythm("I1100000").everyDays()).isEqualTo(2);
        assertThat(rhythm("W0100100").weekdays()).isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
        assertThat(rhythm("CW100000").timesAWeek()).isEqualTo(1);
        assertThat(rhythm("D0AK0000").monthDays()).containsExactly(10, 20);
        assertThat(rhythm("D0148BFI").monthDays()).containsExactly(1, 4, 8, 11, 15, 18);
        assertThat(rhythm("D0MPT000").monthDays()).containsExactly(22, 25, 29);
    }

    @Test
    void aDateOfOneMonthIsNoRhythmAndStandsInWords() {
        assertThat(rhythm("DCAKU000")).isEqualTo(DoseRhythm.DAILY);
        assertThat(StandardUsage.isUnderstood(supplement("DCAKU000"))).isFalse();
        assertThat(StandardUsage.isUnderstood(
                        Concept.of(CodingSystems.USAGE_SUPPLEMENT, "DCAKU000", "12月10日、12月20日、12月30日")))
                .isTrue();
    }

    @Test
    void aCodeNobodyExplainedIsNotReckonedWith() {
        assertThat(rhythm("I2100000")).isEqualTo(DoseRhythm.DAILY);
        assertThat(rhythm("W0000000")).isEqualTo(DoseRhythm.DAILY);
        assertThat(rhythm("X1000000")).isEqualTo(DoseRhythm.DAILY);
        assertThat(StandardUsage.isUnderstood(supplement("I2100000"))).isFalse();
        var named = Concept.of(CodingSystems.USAGE_SUPPLEMENT, "I2100000", "２日おき");
        assertThat(StandardUsage.rhythm("", List.of(named)).everyDays()).isEqualTo(3);
    }

    @Test
    void whatARhythmSaysIsSaidInCodesAndReadAgain() {
        for (var rhythm : List.of(
                DoseRhythm.DAILY.every(2),
                DoseRhythm.DAILY.every(5),
                DoseRhythm.DAILY.inWeeks(0, 0, Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY)),
                DoseRhythm.DAILY.inWeeks(1, 3, Set.of()),
                DoseRhythm.DAILY.inWeeks(2, 0, Set.of(DayOfWeek.TUESDAY)),
                DoseRhythm.DAILY.onDaysOfMonth(List.of(1, 10, 31)),
                DoseRhythm.DAILY.onDaysOfMonth(List.of(1, 2, 3, 4, 5, 6, 7)))) {
            assertThat(StandardUsage.rhythm("", StandardUsage.supplements(rhythm)))
                    .isEqualTo(rhythm);
        }
        assertThat(StandardUsage.supplements(DoseRhythm.DAILY.onDaysOfMonth(List.of(10, 20))))
                .extracting(each -> each.code(CodingSystems.USAGE_SUPPLEMENT))
                .containsExactly("D0AK0000");
    }

    @Test
    void unevenDosesKeepTheirFractions() {
        assertThat(StandardUsage.uneven(List.of(supplement("V20.5NNN"), supplement("V11.5NNN")), Amount.of("", "錠")))
                .containsExactly(
                        new UnevenDose("1回目", Amount.of("1.5", "錠")), new UnevenDose("2回目", Amount.of("0.5", "錠")));
    }

    @Test
    void everyCodeOfThePublishedListsIsUnderstood() throws Exception {
        for (var list : List.of(JP_CORE, E_PRESCRIPTION)) {
            for (var concept : codes(list)) {
                var code = concept.text("code");
                var supplement = Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, concept.text("display"));
                assertThat(StandardUsage.isUnderstood(supplement)).as(code).isTrue();
                boolean uneven =
                        !StandardUsage.uneven(List.of(supplement), Amount.NONE).isEmpty();
                boolean dated = code.startsWith("D") && code.charAt(1) != '0';
                assertThat(uneven || dated || rhythm(code).skipsDays()).as(code).isTrue();
            }
        }
    }

    private static List<JsonValue> codes(String list) throws Exception {
        return JsonDocument.read(Samples.bytes(list)).getFirst().all("concept");
    }
}
