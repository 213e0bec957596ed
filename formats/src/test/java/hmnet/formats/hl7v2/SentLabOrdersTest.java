package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.LabExtract;
import org.junit.jupiter.api.Test;

/// Laboratory tests of invented patients, asked for and found (検体検査の依頼と結果, OML, OUL and ORU): priority, reason,
/// specimen, state.
class SentLabOrdersTest {
    private static final String ORC =
            "ORC|NW|20260401050|||||||20260401|||D1^架空^一郎|||||01^内科^99XY1||||||||||||O^外来患者オーダ^HL70482";
    private static final String GOT = "OBX|1||3B035000002327201^ＧＯＴ^JC10||||||||O";

    private static LabExtract row(ReadChart chart) {
        return chart.extracts(LabExtract.class).getFirst();
    }

    @Test
    void anUrgentOrderSaysSoAndWhy() {
        var chart = ReadChart.of(
                "OML^O33",
                "SPM|1|S1||023^血清^JC10",
                ORC,
                "TQ1|1||||||202604010800||S^至急^HL70485||絶食で採血",
                segment(
                        "OBR",
                        "1=1",
                        "2=20260401050",
                        "4=E2^生化学^99O03",
                        "12=HB^ＨＢｓ抗原陽性^99XYZ",
                        "13=ワルファリン内服中",
                        "31=K1^肝機能障害の精査^99XYZ"),
                "DG1|1||K76^脂肪肝^I10",
                GOT);
        assertThat(row(chart).notes())
                .containsExactly(
                        "危険 ＨＢｓ抗原陽性",
                        "臨床情報 ワルファリン内服中",
                        "理由 肝機能障害の精査",
                        "開始 2026/4/1 08:00",
                        "絶食で採血",
                        "優先度 至急",
                        "病名 脂肪肝");
        assertThat(chart.titles()).containsExactly("生化学（血清）");
        assertThat(chart.fhir("ServiceRequest", "status")).isEqualTo("active");
    }

    @Test
    void aRoutineOrderInventsNothing() {
        var chart = ReadChart.of(
                "OML^O33",
                "SPM|1|S1||023^血清^JC10",
                ORC,
                "TQ1|1||||||||R^ルーチン^HL70485",
                "OBR|1|20260401050||E2^生化学^99O03",
                GOT);
        assertThat(row(chart).notes()).isEmpty();
    }

    @Test
    void aSensitiveDiagnosisOfAnOrderIsLabelled() {
        var chart = ReadChart.of(
                "OML^O33", "SPM|1|S1||023^血清^JC10", ORC, "OBR|1|20260401050||E2^生化学^99O03", "DG1|1||B24^ＨＩＶ病^I10", GOT);
        assertThat(chart.rows().getFirst().labels()).contains(Label.HIV);
    }

    @Test
    void anOrderThatWasReplacedGivesWayToItsReplacement() {
        var chart = ReadChart.of(
                "OML^O33",
                "SPM|1|S1||023^血清^JC10",
                "ORC|RP|20260401050",
                "OBR|1|20260401050||E2^生化学^99O03",
                GOT,
                "ORC|RO|20260401051",
                "OBR|1|20260401051||E3^血糖^99O03",
                "OBX|1||3D010000002227201^グルコース^JC10||||||||O");
        assertThat(chart.tests()).extracting(LabExtract.AnalyteItem::name).containsExactly("グルコース");
        assertThat(chart.file().sheets())
                .extracting(sheet -> sheet.source() + " " + sheet.deletes())
                .containsExactlyInAnyOrder("ORDERED/20260401051 false", "ORDERED/20260401050 true");
    }

    @Test
    void aSpecimenSaysFromWhereAndHowItWasTaken() {
        var chart = ReadChart.of(
                "OML^O33",
                segment(
                        "SPM",
                        "1=1",
                        "2=S2",
                        "4=061^喀痰^JC10",
                        "7=ASP^吸引^99XYZ",
                        "8=LNG^肺^99XYZ",
                        "9=R^右^99XYZ",
                        "12=2^ML&mL&ISO+",
                        "16=TB^結核疑い^99XYZ"),
                ORC,
                "OBR|1|20260401050||E5^抗酸菌培養^99O03",
                "OBX|1||6B020000006171011^抗酸菌培養^JC10||||||||O");
        assertThat(row(chart).notes()).containsExactly("採取方法 吸引", "採取部位 肺 右", "採取量 2mL", "危険 結核疑い");
        assertThat(chart.fhir("Specimen", "collection.bodySite.text")).isEqualTo("肺");
    }

    @Test
    void aSpecimenBehindItsResultsIsOfTheseAndOfNoOthers() {
        var chart = ReadChart.of(
                "ORU^R01",
                "ORC|SC|20260401060",
                "OBR|1|20260401060||E1^血算^99O03|||202604010800",
                "OBX|1|NM|2A020000001930101^赤血球^JC10||440|10*4/uL||||F",
                "SPM|1|S1||019^全血^JC10",
                "ORC|SC|20260401061",
                "OBR|2|20260401061||E2^生化学^99O03|||202604010800",
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L||||F",
                "SPM|1|S2||023^血清^JC10");
        assertThat(chart.tests())
                .extracting(test -> test.name() + " " + test.specimen())
                .containsExactlyInAnyOrder("赤血球 全血", "ＧＯＴ 血清");
    }

    @Test
    void aResultWithoutItsOwnStateHasThatOfTheWhole() {
        var preliminary = ReadChart.of(
                "ORU^R01",
                segment("OBR", "1=1", "2=20260401062", "4=E2^生化学^99O03", "7=202604010800", "25=P"),
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L");
        assertThat(preliminary.tests().getFirst().status()).isEqualTo("P");
        assertThat(preliminary.rows().getFirst().preliminary()).isTrue();
        var corrected = ReadChart.of(
                "ORU^R01",
                segment("OBR", "1=1", "2=20260401062", "4=E2^生化学^99O03", "7=202604010800", "25=C"),
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||25|U/L|||||F");
        assertThat(corrected.rows().getFirst().correction()).isTrue();
        assertThat(corrected.tests().getFirst().status()).isEqualTo("F");
    }

    @Test
    void everyValueFlagAndRemarkOfAnObservationIsSeen() {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|20260401063||E6^尿沈渣^99O03|||202604010800",
                segment(
                        "OBX",
                        "1=1",
                        "2=CWE",
                        "3=1A105000000190162^円柱^JC10",
                        "5=H1^硝子円柱^99XYZ~G1^顆粒円柱^99XYZ",
                        "8=A~W",
                        "11=F",
                        "15=L9^架空検査センター^99XYZ",
                        "16=T1^架空^検査",
                        "17=M1^鏡検^99XYZ",
                        "18=顕微鏡Ａ"),
                "OBX|2|RP|^画像^L||http://pacs.example/1^PACS||||||F",
                "OBX|3|ED|^所見文^L||^TEXT^plain^A^混濁なし||||||F");
        assertThat(chart.tests())
                .extracting(test -> test.name() + "=" + test.value() + " " + test.flag() + " " + test.notes())
                .containsExactly(
                        "円柱=硝子円柱、顆粒円柱 A [判定 W, 測定法 鏡検, 機器 顕微鏡Ａ, 検査施設 架空検査センター, 責任者 架空 検査]",
                        "画像=参照 http://pacs.example/1 PACS  []",
                        "所見文=混濁なし  []");
    }

    @Test
    void aReportThatWasCancelledIsNoFinding() {
        var chart = ReadChart.of(
                "ORU^R01",
                "ORC|SC|20260401064",
                segment(
                        "OBR",
                        "1=1",
                        "2=20260401064",
                        "4=CT1^胸部ＣＴ^99XYZ",
                        "7=202604010900",
                        "13=喫煙者",
                        "24=RAD",
                        "25=X",
                        "31=^咳嗽"),
                "OBX|1|TX|CT1&GDT^所見^99XYZ||撮影中止||||||X");
        assertThat(chart.titles()).containsExactly("（取消）胸部ＣＴ");
        assertThat(chart.fhir("DiagnosticReport", "status")).isEqualTo("cancelled");
        assertThat(chart.fhir("DiagnosticReport", "conclusion")).contains("臨床情報 喫煙者", "理由 咳嗽", "撮影中止（測定不能）");
    }
}
