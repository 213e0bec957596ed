package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// When and of what results of invented patients are (検査結果・測定の日時と検体, ORU, OUL, OML): times, final or not,
/// materials, keys.
class SentMeasurementsTest {
    private static final String GOT = "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L|||||F";

    private static OffsetDateTime at(String time) {
        return Objects.requireNonNull(Hl7Time.at(time));
    }

    private static Part row(ReadChart chart) {
        assertThat(chart.rows()).hasSize(1);
        return chart.rows().getFirst();
    }

    @Test
    void aResultStandsAtTheTimeItsSpecimenWasTaken() {
        var obr = segment("OBR", "2=1", "4=E2^生化学^99O03", "7=202604010800", "14=202604010900");
        var observed = segment("OBX", "2=NM", "3=X1^ＧＯＴ^JC10", "5=52", "11=F", "14=202604010830");
        assertThat(row(ReadChart.of(
                                "OUL^R22", segment("SPM", "2=S1", "4=023^血清^JC10", "17=202604010700"), obr, observed))
                        .occurredAt())
                .isEqualTo(at("202604010700"));
        assertThat(row(ReadChart.of("OUL^R22", "SPM|1|S1||023^血清^JC10", obr, observed))
                        .occurredAt())
                .isEqualTo(at("202604010800"));
        assertThat(row(ReadChart.of("ORU^R01", obr.replace("202604010800", ""), observed))
                        .occurredAt())
                .isEqualTo(at("202604010830"));
        assertThat(row(ReadChart.of("ORU^R01", obr.replace("202604010800", ""), observed.replace("202604010830", "")))
                        .occurredAt())
                .as("else when the specimen came in (OBR-14)")
                .isEqualTo(at("202604010900"));
    }

    @Test
    void anOrderedTestStandsAtTheTimeOfItsOrder() {
        var orc = segment("ORC", "1=NW", "2=1", "9=20260330");
        var obr = segment("OBR", "2=1", "4=E2^生化学^99O03", "6=20260331", "7=20260401");
        assertThat(row(ReadChart.of("OML^O21", orc, obr)).occurredAt()).isEqualTo(at("20260330"));
        assertThat(row(ReadChart.of("OML^O21", obr)).occurredAt()).isEqualTo(at("20260331"));
        assertThat(row(ReadChart.of("OML^O21", obr.replace("20260331", ""))).occurredAt())
                .isEqualTo(at("20260401"));
        assertThat(row(ReadChart.of("OML^O21", orc, obr)).finalAt())
                .as("what is asked for is never final")
                .isNull();
    }

    @Test
    void resultsAreFinalWithTheLastOfThem() {
        var first = segment("OBR", "2=1", "4=E2^生化学^99O03", "7=202604010800", "22=202604011000");
        var second = segment("OBR", "2=1", "4=E3^肝機能^99O03", "7=202604010800", "22=202604011200");
        var gpt = "OBX|1|NM|3B045000002327201^ＧＰＴ^JC10||40|U/L|||||F";
        assertThat(row(ReadChart.of("ORU^R01", first, GOT, second, gpt)).finalAt())
                .isEqualTo(at("202604011200"));
        assertThat(row(ReadChart.of("ORU^R01", second, gpt, first, GOT)).finalAt())
                .isEqualTo(at("202604011200"));
        assertThat(row(ReadChart.of("ORU^R01", first, GOT, second, gpt.replace("|F", "|P")))
                        .finalAt())
                .as("not while one of them is preliminary")
                .isNull();
    }

    @Test
    void resultsWithoutTimeOfIssueAreFinalWhenObservedElseWhenSent() {
        var obr = segment("OBR", "2=1", "4=E2^生化学^99O03", "7=202604010800");
        var observed = segment("OBX", "2=NM", "3=X1^ＧＯＴ^JC10", "5=52", "11=F", "14=202604010830");
        var later = segment("OBX", "2=NM", "3=X2^ＧＰＴ^JC10", "5=40", "11=F", "14=202604010930");
        assertThat(row(ReadChart.of("ORU^R01", obr, observed, later)).finalAt()).isEqualTo(at("202604010930"));
        assertThat(row(ReadChart.of("ORU^R01", obr, later, observed)).finalAt()).isEqualTo(at("202604010930"));
        assertThat(row(ReadChart.of("ORU^R01", obr, GOT)).finalAt()).isEqualTo(at("20260401102030"));
    }

    @Test
    void olderMessagesNameTheMaterialInTheirOrder() {
        var chart = ReadChart.of("ORU^R01", "OBR|1|1||E2^生化学^99O03|||202604010800||||||||023&血清&JC10", GOT);
        var renamed = ReadChart.of("ORU^R01", "OBR|1|1||E2^生化学^99O03|||202604010800||||||||023&血清（再）&JC10", GOT);
        assertThat(chart.tests().getFirst().specimen()).isEqualTo("血清");
        assertThat(row(renamed).key())
                .as("known by its code")
                .isEqualTo(row(chart).key());
        var words = ReadChart.of(
                "ORU^R01",
                "OBR|1|1||E2^生化学^99O03|||202604010800||||||||血清",
                GOT,
                "OBR|2|1||E2^生化学^99O03|||202604010800||||||||胸水",
                GOT);
        assertThat(words.rows()).as("two materials are two rows").hasSize(2);
        assertThat(words.tests()).extracting(LabExtract.AnalyteItem::specimen).containsExactlyInAnyOrder("血清", "胸水");
    }

    @Test
    void severalPanelsOfOneSpecimenAreOneRowWithBothNames() {
        var chart = ReadChart.of(
                "OUL^R22",
                "SPM|1|S1||023^血清^JC10|||||||||||||202604010800",
                "OBR|1|1||E2^生化学^99O03",
                GOT,
                "OBR|2|1||E3^肝機能^99O03",
                "OBX|1|NM|3B045000002327201^ＧＰＴ^JC10||40|U/L|||||F",
                "OBR|3|1||",
                "OBX|1|NM|3B090000002327201^γＧＴ^JC10||30|U/L|||||F");
        assertThat(chart.titles()).containsExactly("生化学・肝機能（血清）");
        assertThat(chart.tests()).hasSize(3);
    }

    @Test
    void aRepeatedTestIsKnownByItsTimeNotByItsPlace() {
        var one = segment("OBX", "2=NM", "3=X1^血糖^JC10", "5=120", "11=F", "14=202604010700");
        var two = segment("OBX", "2=NM", "3=X1^血糖^JC10", "5=180", "11=F", "14=202604011200");
        var obr = "OBR|1|1||E3^血糖日内変動^99O03|||202604010700";
        var day = ReadChart.of("ORU^R01", obr, one, two);
        var other = ReadChart.of("ORU^R01", obr, two, one);
        assertThat(day.values("Observation", "id")).doesNotHaveDuplicates().hasSize(2);
        assertThat(other.values("Observation", "id"))
                .containsExactly(
                        day.values("Observation", "id").get(1),
                        day.values("Observation", "id").get(0));
        assertThat(day.tests())
                .extracting(LabExtract.AnalyteItem::at)
                .containsExactly(at("202604010700"), at("202604011200"));
    }

    @Test
    void whatWasWithdrawnAltogetherLeaves() {
        var chart = ReadChart.of("ORU^R01", "OBR|1|1||E2^生化学^99O03", GOT.replace("|F", "|W"));
        assertThat(chart.sources()).containsExactly("-LABORATORY/1");
        var nameless = ReadChart.of("ORU^R01", "OBR|1|1||E2^生化学^99O03", GOT, "OBX|2|NM|||7|U/L|||||F");
        assertThat(nameless.tests()).extracting(LabExtract.AnalyteItem::value).containsExactly("52");
    }

    @Test
    void resultsWithoutNumberAreKnownByTheirTime() {
        var chart = ReadChart.of("ORU^R01", "OBR|1|||E2^生化学^99O03|||202604010800", GOT);
        assertThat(chart.sources()).containsExactly("+LABORATORY/laboratory@202604010800@20260401080000");
    }

    @Test
    void eachMeasurementOfVitalSignsHasItsTime() {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|V1||VS^バイタル^99XYZ|||202604010600",
                segment(
                        "OBX",
                        "2=NM",
                        "3=9A750000000000001^収縮期血圧^JC10",
                        "5=132",
                        "6=mm[Hg]",
                        "11=F",
                        "14=202604010610"),
                segment(
                        "OBX",
                        "2=NM",
                        "3=9A750000000000001^収縮期血圧^JC10",
                        "5=118",
                        "6=mm[Hg]",
                        "11=F",
                        "14=202604011210"),
                segment("OBX", "2=NM", "3=8310-5^体温^LN", "5=37.2", "6=Cel", "11=F"));
        assertThat(chart.sources()).containsExactly("+VITAL/V1");
        assertThat(chart.rows())
                .extracting(row -> row.kind() + " " + row.occurredAt())
                .containsExactlyInAnyOrder(
                        "VITAL 2026-04-01T06:10+09:00", "VITAL 2026-04-01T12:10+09:00", "VITAL 2026-04-01T06:00+09:00");
        var ordered = ReadChart.of(
                "ORU^R01",
                segment("ORC", "1=SC", "2=V2", "9=202604010500"),
                segment("OBX", "2=NM", "3=^^^8310-5^体温^LN", "5=37.2", "11=F"));
        assertThat(row(ordered).occurredAt()).isEqualTo(at("202604010500"));
    }

    @Test
    void aMonitorSendsVitalSignsEvenAmongOthers() {
        var segments = new String[] {
            "OBR|1|V1||VS^測定^99XYZ|||202604010600",
            "OBX|1|NM|8310-5^体温^LN||37.2|Cel|||||F",
            "OBX|2|NM|P1^疼痛^99XYZ||3||||||F"
        };
        assertThat(ReadChart.of("ORU^R30", segments).sources()).containsExactly("+VITAL/V1");
        assertThat(ReadChart.of("ORU^R01", segments).sources()).containsExactly("+LABORATORY/V1");
        assertThat(ReadChart.of("ORU^R30", segments[0], segments[2]).sources()).containsExactly("+LABORATORY/V1");
    }

    @Test
    void anOlderOrderIsReadByWhatItHolds() {
        var orc = "ORC|NW|20260401080|||||||20260401";
        assertThat(ReadChart.of("ORM^O01", orc, "RXO|103835401^架空錠５ｍｇ^HOT9|1||TAB^錠^MR9P")
                        .drugs())
                .hasSize(1);
        assertThat(ReadChart.of("ORM^O01", orc, "RXE||103835401^架空錠５ｍｇ^HOT9|1||TAB^錠^MR9P")
                        .drugs())
                .hasSize(1);
        assertThat(ReadChart.of("ORM^O01", orc, "ODS|D||F1^常食^99XYZ").sources()).containsExactly("+ORDER/20260401080");
        assertThat(ReadChart.of("ORM^O01", orc, "ODT|EARLY^早めの配膳^HL70160").sources())
                .containsExactly("+ORDER/20260401080");
        assertThat(ReadChart.of("ORM^O01", orc, segment("OBR", "2=20260401080", "4=CT1^胸部ＣＴ^99XYZ", "24=CT"))
                        .sources())
                .containsExactly("+ORDER/20260401080");
        assertThat(ReadChart.of("ORM^O01", orc, segment("OBR", "2=20260401080", "4=E2^生化学^99O03"))
                        .sources())
                .containsExactly("+ORDERED/20260401080");
    }

    @Test
    void anAllergyNamedWithAnOrderStandsBesideTheOwnList() {
        var allergy = "AL1|1|DA^薬剤^HL70127|1^架空シリン^99XYZ|MO^中^HL70128|発疹";
        var orc = "ORC|NW|20260401081|||||||20260401";
        for (var order : List.of(
                List.of("OML^O21", "OBR|1|20260401081||E2^生化学^99O03", "ORDERED"),
                List.of("OMG^O19", "OBR|1|20260401081||X2^腹部ＣＴ^99XYZ", "ORDER"),
                List.of("OMI^Z23", "OBR|1|20260401081||X2^腹部ＣＴ^99XYZ", "DONE"),
                List.of("ORM^O01", "OBR|1|20260401081||E2^生化学^99O03", "ORDERED"))) {
            var chart = ReadChart.of(order.get(0), allergy, orc, order.get(1));
            assertThat(chart.sources())
                    .containsExactlyInAnyOrder("+" + order.get(2) + "/20260401081", "+ALLERGY/AL1/ORDER");
            assertThat(chart.allergies()).extracting(item -> item.name()).containsExactly("架空シリン");
        }
    }

    @Test
    void aMeasureOfAnAdmissionStandsWithThePatient() {
        var chart = ReadChart.of(
                "ADT^A01",
                segment("PV1", "2=I", "3=５西", "19=V90", "44=20260401"),
                "OBX|1|NM|9N006000000000001^体重^JC10||48.5|kg|||||F",
                "OBX|2|ST|5H010000001999911^血液型^JC10||A||||||F");
        assertThat(chart.sources())
                .containsExactlyInAnyOrder("+STAY/admitted/V90", "+PROFILE/VITAL", "+PROFILE/LABORATORY");
        assertThat(chart.rows()).extracting(Part::kind).contains(RecordKind.VITAL);
        assertThat(ReadChart.of("ADT^A23", segment("PV1", "2=I")).sources()).containsExactly("-PATIENT");
        assertThat(ReadChart.of("ADT^A29", segment("PV1", "2=I")).sources()).containsExactly("-PATIENT");
    }
}
