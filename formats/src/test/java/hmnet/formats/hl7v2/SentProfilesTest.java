package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.ssmix2.Storages;
import java.nio.charset.Charset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The profile of an invented patient as a storage holds it (患者基本情報, ADT-00): measures, death, insurance.
class SentProfilesTest {
    private static PersonProfile profile(String pid, String... segments) throws Unreadable {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||ADT^A08^ADT_A01|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + segment("EVN", "2=20260401") + "\r" + pid + "\rPV1|0001|O\r" + String.join("\r", segments) + "\r";
        var path = "000/123/0001234567/-/ADT-00/0001234567_-_ADT-00_999999999999999_20260401102030123_01_1";
        return (PersonProfile) Storages.read(text.getBytes(Charset.forName("ISO-2022-JP")), path)
                .sheets()
                .getFirst()
                .entries()
                .getFirst();
    }

    private static String pid(String... more) {
        var fields = new String[more.length + 4];
        fields[0] = "3=0001234567^^^^PI";
        fields[1] = "5=架空^花子^^^^^L^I";
        fields[2] = "7=19500228";
        fields[3] = "8=F";
        System.arraycopy(more, 0, fields, 4, more.length);
        return segment("PID", fields);
    }

    @Test
    void aMeasureKeepsItsUnitRangeFlagStateAndTime() throws Unreadable {
        var profile = profile(
                pid(),
                segment(
                        "OBX",
                        "2=NM",
                        "3=9N011000000000001^BMI^JC10",
                        "5=27.1",
                        "6=kg/m2",
                        "7=18.5-24.9",
                        "8=H",
                        "11=F",
                        "14=20260315",
                        "17=M1^自己申告^99XYZ"),
                "OBX|2|CWE|5H010000001999911^血液型^JC10||A^Ａ型^99XYZ||||||F",
                "OBX|3|ST|||名前のない値||||||F");
        assertThat(profile.measures()).hasSize(2);
        var bmi = profile.measures().getFirst();
        assertThat(bmi.key()).isEqualTo("9N011000000000001");
        assertThat(bmi.test().shown() + " " + bmi.value() + " " + bmi.unit().unit())
                .isEqualTo("BMI 27.1 kg/m2");
        assertThat(bmi.low() + "~" + bmi.high() + " " + bmi.range() + " " + bmi.flag() + " " + bmi.status())
                .isEqualTo("18.5~24.9 18.5-24.9 H F");
        assertThat(bmi.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("20260315")));
        assertThat(bmi.notes()).containsExactly("測定法 自己申告");
        var blood = profile.measures().getLast();
        assertThat(blood.value() + " " + blood.coded().first().code()).isEqualTo("Ａ型 A");
    }

    @Test
    void measuresOfOneKindAreKnownByTheirTime() throws Unreadable {
        var profile = profile(
                pid(),
                segment("OBX", "2=NM", "3=W1^体重^99XYZ", "5=48", "11=F", "14=20260301"),
                segment("OBX", "2=NM", "3=W1^体重^99XYZ", "5=49", "11=F", "14=20260315"),
                segment("OBX", "2=NM", "3=^身長", "5=151", "11=F"));
        assertThat(profile.measures())
                .extracting(measure -> measure.key() + "=" + measure.value())
                .containsExactly("W1/20260301=48", "W1/20260315=49", "身長=151");
    }

    @Test
    void aDeathStandsInTheProfileWithItsDayWhereItIsKnown() throws Unreadable {
        var dated = profile(pid("29=202604080310", "30=Y")).measures().getFirst();
        assertThat(dated.test().shown() + " " + dated.value()).isEqualTo("死亡 2026/4/8 03:10");
        assertThat(dated.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604080310")));
        var undated = profile(pid("30=Y")).measures().getFirst();
        assertThat(undated.key() + " " + undated.value()).isEqualTo("PID-30 あり");
        assertThat(profile(pid("29=20260408")).measures())
                .as("a day says it too")
                .hasSize(1);
        assertThat(profile(pid("30=N")).measures()).isEmpty();
        assertThat(profile(pid("29=不明", "30=N")).measures())
                .as("no day is no death")
                .isEmpty();
    }

    @Test
    void eachDisabilityStandsInTheProfile() throws Unreadable {
        var profile = profile(pid(), "DB1|1|2||Y", "DB1|2|3||N");
        assertThat(profile.measures())
                .extracting(measure ->
                        measure.key() + " " + measure.test().shown() + " " + measure.value() + " " + measure.status())
                .containsExactly("DB1/1 身体障害 あり 2 F", "DB1/2 身体障害 なし 3 F");
    }

    @Test
    void everyInsuranceIsKeptAsItWasSent() throws Unreadable {
        var profile = profile(
                pid(),
                segment(
                        "IN1",
                        "1=1",
                        "2=C0^国民健康保険^JHSD0001",
                        "3=069900",
                        "4=架空市",
                        "10=記号１",
                        "11=１２３",
                        "12=20250401",
                        "13=20270331",
                        "17=SEL^本人^HL70063"),
                segment("IN1", "1=2", "2=K1^公費^JHSD0001", "3=12345678"),
                segment("IN1", "1=3", "3=87654321"),
                segment("IN1", "1=4", "3=87654321", "12=20260401"));
        assertThat(profile.insurances())
                .extracting(insurance -> insurance.key() + " " + insurance.payor() + " " + insurance.start() + " "
                        + insurance.end() + " " + insurance.relation().shown())
                .containsExactly(
                        "C0/069900/記号１/１２３ 架空市 2025-04-01 2027-03-31 本人",
                        "K1/12345678// 公費   ",
                        "/87654321/// 不明   ",
                        "/87654321///20260401 不明 2026-04-01  ");
    }

    @Test
    void aDeathToldWithAStayIsARowOfItsOwn() {
        var text = "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260409102030||ADT^A03|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + pid("29=20260408", "30=Y") + "\rPV1|1|I|５西||||||||||||||||V1\r";
        var chart = ReadChart.of(text.getBytes(Charset.forName("ISO-2022-JP")));
        assertThat(chart.sources()).containsExactlyInAnyOrder("+STAY/discharged/V1", "+PROFILE/DEATH");
        var profile = chart.file().sheets().stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(PersonProfile.class::isInstance)
                .map(PersonProfile.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(profile.measures())
                .extracting(measure -> measure.test().shown() + " " + measure.value())
                .containsExactly("死亡 2026/4/8");
        assertThat(chart.stay().notes()).containsExactly("死亡 2026/4/8");
    }
}
