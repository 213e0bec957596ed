package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Label;
import org.junit.jupiter.api.Test;

/// Diagnoses of invented patients (病名, PPR).
class SentProblemsTest {
    private static ReadChart problem(String... fields) {
        var prb = new String[30];
        java.util.Arrays.fill(prb, "");
        prb[1] = "AD";
        prb[2] = "20260401";
        prb[3] = "20061808^架空肺炎^MDCDX2";
        prb[4] = "P1";
        for (var field : fields) {
            prb[Integer.parseInt(field.substring(0, field.indexOf('=')))] = field.substring(field.indexOf('=') + 1);
        }
        prb[0] = "PRB";
        return ReadChart.of(
                "PPR^ZD1", String.join("|", prb), "NTE|1||紹介状あり", "ORC|NW|9||||||||||D1^架空^一郎|||||01^内科^99XY1");
    }

    @Test
    void aSuspicionIsNoDiagnosis() {
        var chart = problem("13=1^疑い^JHSD0005", "16=20260330");
        assertThat(chart.diagnosis().suspected()).isTrue();
        assertThat(chart.diagnosis().onset()).isEqualTo("2026-03-30");
        assertThat(chart.diagnosis().notes()).containsExactly("紹介状あり");
        assertThat(chart.titles()).containsExactly("架空肺炎の疑い");
        assertThat(chart.fhir("Condition", "verificationStatus.coding.code")).isEqualTo("provisional");
        assertThat(chart.fhir("Condition", "recordedDate")).isEqualTo("2026-04-01");
        assertThat(chart.fhir("Condition", "recorder.display")).isEqualTo("架空 一郎");
    }

    @Test
    void whatWasRuledOutSaysSo() {
        var chart = problem("13=9^除外^99XYZ");
        assertThat(chart.titles()).containsExactly("（否定）架空肺炎");
        assertThat(chart.diagnosis().suspected()).isFalse();
        assertThat(chart.fhir("Condition", "verificationStatus.coding.code")).isEqualTo("refuted");
        assertThat(chart.fhir("Condition", "clinicalStatus.coding.code")).isEmpty();
    }

    @Test
    void aDeathIsItsOutcome() {
        var chart = problem("9=20260409", "14=5^死亡^99XYZ");
        assertThat(chart.diagnosis().outcome()).isEqualTo("死亡");
        assertThat(chart.diagnosis().ended()).isEqualTo("2026-04-09");
        assertThat(chart.fhir("Condition", "clinicalStatus.coding.code")).isEqualTo("inactive");
        assertThat(chart.fhir("Condition", "abatementDateTime")).isEqualTo("2026-04-09");
    }

    @Test
    void theMainDiagnosisIsMarkedWithBothOfItsCodes() {
        var chart = problem("10=J189^肺炎^I10", "18=1^主診断^JHSD0007");
        assertThat(chart.diagnosis().main()).isTrue();
        assertThat(chart.diagnosis().icd10()).isEqualTo("J189");
        assertThat(chart.fhir("Condition", "code.coding.code")).isEqualTo("20061808|J189");
        assertThat(chart.fhir("Condition", "verificationStatus.coding.code")).isEqualTo("confirmed");
    }

    @Test
    void aCorrectionIsOneAndADeletionTakesAway() {
        assertThat(problem("1=UP").rows().getFirst().correction()).isTrue();
        assertThat(problem("1=DE").file().sheets().getFirst().deletes()).isTrue();
    }

    @Test
    void anOutcomeByItsCodeAloneIsSaidInWords() {
        assertThat(problem("14=R^^HL70241").diagnosis().outcome()).isEqualTo("軽快");
        assertThat(problem("14=D").diagnosis().outcome()).isEqualTo("死亡");
        assertThat(problem("14=5^その他^99XYZ").diagnosis().outcome()).isEqualTo("その他");
        assertThat(problem("14=R^^99XYZ").diagnosis().outcome())
                .as("another table's letter")
                .isEqualTo("R");
    }

    @Test
    void courseCertaintyAndPrognosisAreSeen() {
        var chart = problem(
                "6=2", "8=20260430", "12=C^慢性^99XYZ", "13=C^確定^HL70303", "17=感冒に続いて", "19=H^高い^99XYZ", "22=G^良好^99XYZ");
        assertThat(chart.diagnosis().notes())
                .containsExactly(
                        "優先順位 2", "治癒見込み 2026/4/30", "経過 慢性", "診断の確かさ 確定", "発症 感冒に続いて", "確実性 高い", "予後 良好", "紹介状あり");
    }

    @Test
    void aPrognosisThatWasNotToldIsKeptBack() {
        var chart = problem("22=P^不良^99XYZ", "23=1^未告知^99XYZ");
        assertThat(chart.rows().getFirst().labels()).contains(Label.UNINFORMED);
        assertThat(chart.diagnosis().notes()).contains("予後 不良");
    }

    @Test
    void teethAndCommentsOfADentalDiagnosisAreSeen() {
        var chart = ReadChart.of(
                "PPR^ZD1",
                "PRB|AD|20260401|20061809^架空う蝕^MDCDX2|P2",
                "ZPR||20061809^架空う蝕^MDCDX2|||||左側のみ",
                "ZPD|1|T16^右上６^99XYZ",
                "ORC|NW|9");
        assertThat(chart.diagnosis().notes()).containsExactly("左側のみ", "歯式 右上６");
    }
}
