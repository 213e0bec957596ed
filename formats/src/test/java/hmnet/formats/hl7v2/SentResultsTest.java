package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.LabExtract;
import org.junit.jupiter.api.Test;

/// Results of invented patients (検査結果, ORU and OUL): value, specimen, range, comment, state.
class SentResultsTest {
    private static String line(LabExtract.AnalyteItem item) {
        return String.join(
                " | ",
                item.code(),
                item.name(),
                item.value() + item.unit(),
                item.low() + "~" + item.high(),
                item.range(),
                item.flag(),
                item.status(),
                item.specimen(),
                String.join("；", item.notes()));
    }

    @Test
    void eachOrderHasItsOwnSpecimen() {
        var chart = ReadChart.of(
                "ORU^R01",
                "ORC|SC|20260401010",
                "OBR|1|20260401010||E1^血算^99O03|||202604010800||||||||019&全血&JC10",
                "OBX|1|NM|2A020000001930101^赤血球^JC10||440|10*4/uL|380-500|N|||F",
                "OBR|2|20260401010||E2^生化学^99O03|||202604010800||||||||023&血清&JC10",
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L^U/L^ISO+|13-30|H|||F",
                "OBR|3|20260401010||E3^血糖^99O03|||202604010800||||||||022&血漿&JC10",
                "OBX|1|NM|3D010000002227201^グルコース^JC10||48|mg/dL|70-109|L|||F",
                "NTE|1||低血糖 主治医へ連絡済");
        assertThat(chart.tests())
                .extracting(SentResultsTest::line)
                .containsExactlyInAnyOrder(
                        "2A020000001930101 | 赤血球 | 44010*4/uL | 380~500 | 380-500 | N | F | 全血 | ",
                        "3B035000002327201 | ＧＯＴ | 52U/L | 13~30 | 13-30 | H | F | 血清 | ",
                        "3D010000002227201 | グルコース | 48mg/dL | 70~109 | 70-109 | L | F | 血漿 | 低血糖 主治医へ連絡済");
        assertThat(chart.values("Specimen", "type.text")).containsExactlyInAnyOrder("全血", "血清", "血漿");
        assertThat(chart.fhir("Observation", "note.text")).isEqualTo("低血糖 主治医へ連絡済");
    }

    @Test
    void commentsStandWhereTheyBelong() {
        var chart = ReadChart.of(
                "OUL^R22",
                "NTE|1||当直帯の検体",
                "SPM|1|S1||023^血清^JC10|||||||||||||202604010800|||||||H^溶血^99XYZ",
                "OBR|1|20260401011||E2^生化学^99O03|||202604010800|||||||||||||||202604011000",
                "NTE|1||再検済み",
                "ORC|SC|20260401011",
                "OBX|1|NM|3H015000002326101^カリウム^JC10||6.8|mmol/L|3.6-4.8|H|||F||||||JSCC^電極法^99XYZ",
                "NTE|1||溶血の影響あり");
        assertThat(line(chart.tests().getFirst()))
                .isEqualTo("3H015000002326101 | カリウム | 6.8mmol/L | 3.6~4.8 | 3.6-4.8 | H | F | 血清 | 溶血の影響あり；測定法 電極法");
        assertThat(chart.extracts(LabExtract.class).getFirst().notes()).containsExactly("当直帯の検体", "検体の状態 溶血", "再検済み");
        assertThat(chart.fhir("DiagnosticReport", "conclusion")).contains("溶血").contains("再検済み");
        assertThat(chart.fhir("DiagnosticReport", "issued")).isEqualTo("2026-04-01T10:00:00+09:00");
    }

    @Test
    void aRangeInWordsStandsAtTheValue() {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|20260401012||E4^尿検査^99O03|||20260401||||||||001&尿&JC10",
                "OBX|1|CWE|1A010000000190111^尿蛋白^JC10||2+^(2+)^JSQU001||陰性|A|||F",
                "OBX|2|ST|1A020000000190111^尿糖^JC10||<5.0|mg/dL|1+未満||||F");
        assertThat(chart.tests())
                .extracting(SentResultsTest::line)
                .containsExactly(
                        "1A010000000190111 | 尿蛋白 | (2+) | ~ | 陰性 | A | F | 尿 | ",
                        "1A020000000190111 | 尿糖 | <5.0mg/dL | ~ | 1+未満 |  | F | 尿 | ");
        assertThat(chart.fhir("Observation", "referenceRange.text")).isEqualTo("陰性|1+未満");
        assertThat(chart.fhir("Observation", "valueString")).isEqualTo("<5.0");
        assertThat(chart.fhir("Observation", "effectiveDateTime"))
                .as("a day without a time of day")
                .isEqualTo("2026-04-01|2026-04-01");
    }

    @Test
    void preliminaryCorrectedAndUnobtainableLookSo() {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|20260401013||E2^生化学^99O03|||202604010800",
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L|13-30|H|||P",
                "OBX|2|NM|3B045000002327201^ＧＰＴ^JC10||40|U/L|7-23|H|||C",
                "OBX|3|NM|3B090000002327201^γＧＴ^JC10||||9-32||||X",
                "OBX|4|NM|3A010000002327101^総蛋白^JC10||7.2|g/dL|6.6-8.1|N|||D");
        assertThat(chart.tests()).extracting(LabExtract.AnalyteItem::status).containsExactly("P", "C", "X");
        assertThat(chart.fhir("Observation", "status")).isEqualTo("preliminary|corrected|cancelled");
        assertThat(chart.rows().getFirst().preliminary()).isTrue();
        assertThat(chart.rows().getFirst().correction()).isTrue();
        assertThat(chart.rows().getFirst().finalAt()).isNull();
        assertThat(chart.fhir("DiagnosticReport", "issued")).isEmpty();
    }

    @Test
    void microbiologyNamesTheOrganismOfEachSusceptibility() {
        var chart = ReadChart.of(
                "OUL^R22",
                "SPM|1|M1||061^喀痰^JC10|||||||||||||202604010800",
                "OBR|1|20260401014||6B010^細菌培養^JC10|||202604010800",
                "OBX|1|CWE|6B010000006170211^培養同定^JC10|1|1301^Ｓ．ａｕｒｅｕｓ^JANIS||||||F",
                "OBX|2|ST|6B010000006170212^菌量^JC10|1|3+||||||F",
                "OBR|2|20260401014||6C010^薬剤感受性^JC10|||202604010800|||||||||||||||||||6B010000006170211^1^Ｓ．ａｕｒｅｕｓ",
                "OBX|1|CWE|6C010000006172011^薬剤感受性^JC10|1|1208^バンコマイシン^JANIS||||||F",
                "OBX|2|ST|6C010000006172012^判定^JC10|1|S||||||F");
        assertThat(chart.tests())
                .extracting(test -> test.name() + "=" + test.value())
                .contains("菌量［Ｓ．ａｕｒｅｕｓ］=3+", "判定［Ｓ．ａｕｒｅｕｓ／バンコマイシン］=S");
        assertThat(chart.tests()).extracting(LabExtract.AnalyteItem::specimen).containsOnly("喀痰");
    }

    @Test
    void anOrderThatIsDiscontinuedStaysAndSaysSo() {
        var chart = ReadChart.of(
                "OML^O33",
                "SPM|1|S1||023^血清^JC10",
                "ORC|DC|20260401015|||||||20260401|||||||R1^患者の都合^99XYZ",
                "OBR|1|20260401015||E2^生化学^99O03",
                "OBX|1||3B035000002327201^ＧＯＴ^JC10||||||||O");
        var row = chart.extracts(LabExtract.class).getFirst();
        assertThat(row.state().words()).isEqualTo("中止");
        assertThat(row.reason()).isEqualTo("患者の都合");
        assertThat(chart.fhir("ServiceRequest", "status")).isEqualTo("revoked");
        assertThat(chart.fhir("ServiceRequest", "authoredOn")).isEqualTo("2026-04-01");
    }

    @Test
    void aReportSaysThatItIsPreliminaryAndLeavesOutWhatWasDeleted() {
        var chart = ReadChart.of(
                "ORU^R01",
                "ORC|SC|20260401016",
                "OBR|1|20260401016||CT1^胸部ＣＴ^99XYZ|||202604010900|||||||||||||||||RAD|P",
                "OBX|1|TX|CT1&GDT^所見^99XYZ||右上葉に結節||||||P",
                "OBX|2|TX|CT1&IMP^診断^99XYZ||肺癌||||||D");
        var report = chart.extracts(DocumentExtract.class).getFirst();
        assertThat(report.toString()).contains("暫定報告").contains("右上葉に結節").doesNotContain("肺癌");
    }
}
