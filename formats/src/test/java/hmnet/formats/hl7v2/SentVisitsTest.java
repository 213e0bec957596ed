package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.ssmix2.Storages;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/// Visits and steps of stays of invented patients (来院・入退院, ADT): who cares, how they came, what stands beside.
class SentVisitsTest {
    @Test
    void anEmergencyAdmissionSaysHowTheyCameAndWhoCares() {
        var chart = ReadChart.of(
                "ADT^A01",
                segment(
                        "PV1",
                        "2=I",
                        "3=５西^502^2^^^^^^循環器病棟",
                        "4=E^救急^HL70007",
                        "7=D1^架空^一郎~D2^架空^二郎",
                        "8=D9^紹介^医師",
                        "10=01",
                        "14=7^救急外来^HL70023",
                        "17=D3^当直^三郎",
                        "19=V88",
                        "44=202604010930"),
                segment("PV2", "3=H1^心不全^99XYZ", "38=A^救急車^HL70430"));
        var stay = chart.stay();
        assertThat(stay.ward()).isEqualTo("５西-502-2（循環器病棟）");
        assertThat(stay.doctor()).isEqualTo("架空 一郎、架空 二郎");
        assertThat(stay.notes())
                .containsExactly("入院理由 心不全", "来院方法 救急車", "入院の種別 救急", "紹介医 紹介 医師", "入院経路 救急外来", "入院時の医師 当直 三郎");
    }

    @Test
    void aDischargeSaysWhereTo() {
        var chart = ReadChart.of(
                "ADT^A03",
                segment("PV1", "2=I", "3=５西", "19=V88", "36=01^軽快^99XYZ", "37=架空老健^20260410", "45=20260410"));
        assertThat(chart.stay().outcome()).isEqualTo("軽快");
        assertThat(chart.stay().notes()).containsExactly("退院先 架空老健 20260410");
    }

    @Test
    void aSecondTransferLeavesTheFirst() {
        var first = ReadChart.of(
                "ADT^A02", "EVN||20260403120000||||202604031130", segment("PV1", "2=I", "3=５西", "6=３東", "19=V88"));
        var second = ReadChart.of(
                "ADT^A02", "EVN||20260405120000||||202604051000", segment("PV1", "2=I", "3=ＩＣＵ", "6=５西", "19=V88"));
        var taken = ReadChart.of(
                "ADT^A12", "EVN||20260405180000||||202604051000", segment("PV1", "2=I", "3=５西", "6=ＩＣＵ", "19=V88"));
        assertThat(first.file().sheets().getFirst().source()).isEqualTo("STAY/moved/V88/20260403");
        assertThat(second.file().sheets().getFirst().source()).isEqualTo("STAY/moved/V88/20260405");
        assertThat(taken.file().sheets().getFirst().source()).isEqualTo("STAY/moved/V88/20260405");
        assertThat(taken.file().sheets().getFirst().deletes()).isTrue();
        assertThat(ReadChart.of("ADT^A01", segment("PV1", "2=I", "3=５西", "19=V88", "44=20260401"))
                        .file()
                        .sheets()
                        .getFirst()
                        .source())
                .as("of admissions a stay has one")
                .isEqualTo("STAY/admitted/V88");
    }

    @Test
    void theDayOfADiagnosisIsNoOnset() {
        var chart = ReadChart.of(
                "ADT^A01",
                segment("PV1", "2=I", "3=５西", "19=V88", "44=20260401"),
                segment("DG1", "1=1", "3=I50^心不全^I10", "5=20260401", "6=A", "15=1", "16=D1^架空^一郎"));
        assertThat(chart.diagnosis().onset()).isEmpty();
        assertThat(chart.diagnosis().main()).isTrue();
        assertThat(chart.diagnosis().notes()).containsExactly("入院時診断");
        assertThat(chart.fhir("Condition", "recordedDate")).isEqualTo("2026-04-01");
        assertThat(chart.fhir("Condition", "onsetDateTime")).isEmpty();
        assertThat(chart.fhir("Condition", "recorder.display")).isEqualTo("架空 一郎");
    }

    @Test
    void aDiagnosisThatWasDeletedIsNone() {
        var chart = ReadChart.of(
                "ADT^A08", segment("PV1", "2=I"), segment("DG1", "1=1", "3=I50^心不全^I10", "5=20260401", "21=D"));
        assertThat(chart.file().sheets())
                .extracting(sheet -> sheet.source() + " " + sheet.deletes())
                .contains("DG1/I50 true");
    }

    private static hmnet.formats.model.chart.Sheet stored(String kind, String type, String... segments)
            throws Unreadable {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F\r"
                + String.join("\r", segments) + "\r";
        var day = kind.equals("ADT-00") ? "-" : "20260401";
        var name = "0001234567_" + day + "_" + kind + "_999999999999999_20260401102030123_01_1";
        var path = "000/123/0001234567/" + day + "/" + kind + "/" + name;
        return Storages.read(text.getBytes(Charset.forName("ISO-2022-JP")), path)
                .sheets()
                .getFirst();
    }

    @Test
    void whatStandsBesideAnAdmissionOfAStorageIsTold() throws Unreadable {
        var sheet = stored(
                "ADT-22",
                "ADT^A01^ADT_A01",
                segment("PV1", "2=I", "3=５西", "10=01", "44=202604010930"),
                "DB1|1|1||Y",
                "OBX|1|NM|9N006000000000001^体重^JC10||48.5|kg|||||F",
                "AL1|1|FA^食物^HL70127|S1^ソバ^99XYZ|SV|呼吸困難",
                segment("DG1", "1=1", "3=I50^心不全^I10", "6=A"));
        var stay = (Stay) sheet.entries().getFirst();
        assertThat(sheet.entries()).hasSize(1);
        assertThat(stay.notes()).containsExactly("障害 あり 1", "病名 心不全（入院時診断）", "アレルギー ソバ SV 呼吸困難", "体重 48.5 kg");
    }

    @Test
    void aDisabilityStandsInTheProfile() throws Unreadable {
        var sheet = stored("ADT-00", "ADT^A08^ADT_A01", "PV1|0001|O", "DB1|1|1||Y");
        var profile = (PersonProfile) sheet.entries().getFirst();
        assertThat(profile.measures())
                .extracting(measure -> measure.test().shown() + " " + measure.value())
                .containsExactly("身体障害 あり 1");
    }
}
