package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.extract.StayExtract;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Stays and persons (入退院・転棟・死亡・患者属性, ADT), of invented patients.
class SentStaysTest {
    private static final String PV1 = "PV1|1|I|５西^502^2|||３東^301^1|D1^架空^一郎|||01|||||||||V77";

    @Test
    void aTransferSaysWhenAndFromWhichBed() {
        var chart = ReadChart.of("ADT^A02", "EVN||20260403120000||||202604031130", PV1);
        var stay = chart.stay();
        assertThat(stay.title() + " " + stay.ward() + " " + stay.formerWard()).isEqualTo("転科・転棟 ５西-502-2 ３東-301-1");
        assertThat(stay.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604031130")));
        assertThat(stay.doctor()).isEqualTo("架空 一郎");
        assertThat(chart.fhir("Encounter", "location.location.display")).isEqualTo("３東-301-1|５西-502-2");
        assertThat(chart.fhir("Encounter", "location.period.end")).isEqualTo("2026-04-03T11:30:00+09:00");
        assertThat(chart.fhir("Encounter", "location.period.start")).isEqualTo("2026-04-03T11:30:00+09:00");
    }

    @Test
    void aDeathAtDischargeIsSeen() {
        var chart = ReadChart.of(
                "ADT^A03", "EVN||20260409", PV1 + "|".repeat(17) + "20" + "|".repeat(8) + "20260401|20260409");
        assertThat(chart.stay().outcome()).isEqualTo("死亡");
        assertThat(chart.titles()).containsExactly("退院（死亡）");
        assertThat(chart.fhir("Encounter", "hospitalization.dischargeDisposition.text"))
                .isEqualTo("死亡");
        assertThat(chart.fhir("Encounter", "period.start")).isEqualTo("2026-04-01");
        assertThat(chart.fhir("Encounter", "period.end")).isEqualTo("2026-04-09");
    }

    private static ReadChart withPid(String type, String pid, String... more) {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + pid + "\r" + String.join("\r", more) + "\r";
        return ReadChart.of(text.getBytes(java.nio.charset.Charset.forName("ISO-2022-JP")));
    }

    @Test
    void aDeathOfThePatientIsSeenWithOrWithoutItsDay() {
        var pid = "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I||19500228|F" + "|".repeat(21);
        var dated = withPid("ADT^A08", pid + "20260408|Y", "PV1|1|O");
        assertThat(dated.titles()).containsExactly("患者基本情報（死亡 2026-04-08）");
        assertThat(dated.fhir("Patient", "deceasedDateTime")).isEqualTo("2026-04-08");
        var undated = withPid("ADT^A08", pid + "|Y", "PV1|1|O");
        assertThat(undated.titles()).containsExactly("患者基本情報（死亡）");
        assertThat(withPid("ADT^A08", pid + "|N", "PV1|1|O").titles()).isEmpty();
    }

    @Test
    void aLeaveSaysWhenTheyAreToBeBack() {
        var chart = ReadChart.of(
                "ADT^A21", "EVN||20260403120000||||202604031700", PV1, "PV2" + "|".repeat(47) + "202604051800");
        assertThat(chart.stay().title()).isEqualTo("外出・外泊");
        assertThat(chart.stay().at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604031700")));
        assertThat(chart.stay().notes()).containsExactly("帰院予定 2026/4/5 18:00");
        assertThat(chart.fhir("Encounter", "status")).isEqualTo("onleave");
    }

    @Test
    void anAdmissionSaysWhyAndItsDoctor() {
        var chart =
                ReadChart.of("ADT^A01", "EVN||20260401", PV1 + "|".repeat(25) + "202604010930", "PV2|||H1^肺炎の治療^99XYZ");
        assertThat(chart.stay().notes()).containsExactly("入院理由 肺炎の治療");
        assertThat(chart.stay().admittedAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604010930")));
        assertThat(chart.fhir("Encounter", "class.code")).isEqualTo("IMP");
        assertThat(chart.extracts(StayExtract.class)).hasSize(1);
    }

    @Test
    void anAddressLosesNoPartAndDoublesNone() {
        var rest = withPid(
                "ADT^A08",
                "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I||19500228|F|||^^架空市^架空県^730-0000^JPN^H^本町１番２号||^PRN^PH^^^082^5550100",
                "PV1|1|O");
        var person = rest.file().sheets().getFirst().person();
        assertThat(person.address()).isEqualTo("架空県架空市本町１番２号");
        assertThat(person.phone()).isEqualTo("082-5550100");
        var whole = withPid(
                "ADT^A08",
                "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I||19500228|F|||^^架空市^架空県^730-0000^JPN^H^架空県架空市本町１番２号",
                "PV1|1|O");
        assertThat(whole.file().sheets().getFirst().person().address()).isEqualTo("架空県架空市本町１番２号");
    }
}
