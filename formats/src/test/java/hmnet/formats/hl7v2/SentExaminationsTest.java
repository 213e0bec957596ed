package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.extract.ProcedureExtract.ProcedureItem;
import org.junit.jupiter.api.Test;

/// Examinations of invented patients, asked for and done (検査の依頼と実施, OMG and OMI with ZE1).
class SentExaminationsTest {
    private static final String ORC = "ORC|NW|20260401020|||||||20260401|||D1^架空^一郎|||||10^放射線科^99XY1";

    private static String line(ProcedureItem item) {
        return String.join(
                " | ",
                item.code(),
                item.name(),
                item.amount() + item.unit(),
                item.said(),
                item.state().words());
    }

    @Test
    void everyDrugUsedIsNamedWithItsTimeAndDevice() {
        var chart = ReadChart.of(
                "OMI^Z23",
                ORC,
                "TQ1|1||||||||R^^HL70485",
                "OBR||20260401020||X1^造影ＣＴ^99XYZ|||202604011000",
                "OBX|1|ST|U1^使用薬剤^99XYZ||架空造影剤 100|mL||||||||202604011005",
                "OBX|2|ST|U1^使用薬剤^99XYZ||架空鎮静剤 2|mL||||||||202604011006||||注入器Ａ",
                "OBX|3|ST|U1^使用薬剤^99XYZ||架空造影剤 50|mL||||||||202604011020");
        assertThat(chart.acts())
                .extracting(SentExaminationsTest::line)
                .containsExactly(
                        "X1 | 造影ＣＴ |  | 使用薬剤 架空造影剤 100 mL（2026/4/1 10:05）、使用薬剤 架空鎮静剤 2 mL（2026/4/1 10:06 機器 注入器Ａ）、使用薬剤 架空造影剤 50 mL（2026/4/1 10:20） | ");
        assertThat(chart.fhir("Procedure", "code.text")).isEqualTo("造影ＣＴ");
        assertThat(chart.fhir("Procedure", "note.text")).contains("架空造影剤 100", "架空鎮静剤 2", "架空造影剤 50");
        assertThat(chart.fhir("Procedure", "performedDateTime")).isEqualTo("2026-04-01T10:00:00+09:00");
    }

    @Test
    void whatIsObservedWithAnOrderIsNoOrder() {
        var chart = ReadChart.of(
                "OMG^O19",
                ORC,
                "TQ1|1||||||||S^^HL70485",
                "OBR||20260401020||X2^腹部ＣＴ^99XYZ|||||||||喘息あり|||||||||||||||||||||||202604031000",
                "NTE|1||造影なしで",
                "OBX|1|NM|9N006000000000001^体重^JC10||48.5|kg||||||",
                "OBX|2|ST|K1^腎機能^99XYZ||eGFR 42|||L|||P");
        assertThat(chart.acts())
                .extracting(SentExaminationsTest::line)
                .containsExactly(
                        "X2 | 腹部ＣＴ |  | 優先度 至急 予定 2026/4/3 10:00 臨床情報 喘息あり 造影なしで、体重 48.5 kg、腎機能 eGFR 42（暫定 判定 L） | ");
        assertThat(chart.values("ServiceRequest", "code.text")).containsExactly("腹部ＣＴ");
    }

    @Test
    void theSecondTimeOfOneActIsToldToo() {
        var chart = ReadChart.of(
                "OMI^Z23",
                ORC,
                "OBR||20260401020||X1^透視^99XYZ|||202604011000",
                "ZE1|1|RS|P1^撮影^99XYZ|1||R-1^TV-2|N7^架空^技師|202604011001",
                "ZE1|2|RS|P1^撮影^99XYZ|1||R-1^TV-2|N7^架空^技師|202604011030",
                "ZE1|3|RS|P1^撮影^99XYZ|1||R-1^TV-2|N7^架空^技師|202604011030");
        assertThat(chart.acts())
                .extracting(SentExaminationsTest::line)
                .containsExactly(
                        "X1 | 透視 |  |  | ",
                        "P1 | 撮影 | 1回 | 場所・機器 R-1 TV-2 架空 技師 2026/4/1 10:01 | ",
                        "P1 | 撮影 | 1回 | 場所・機器 R-1 TV-2 架空 技師 2026/4/1 10:30 | ");
    }

    @Test
    void aRoomNamedWithoutACodeIsTold() {
        var chart = ReadChart.of(
                "OMI^Z23", ORC, "OBR||20260401020||X1^透視^99XYZ|||202604011000", "ZE1|1|RS|P1^撮影^99XYZ|1||^透視室２");
        assertThat(line(chart.acts().getLast())).isEqualTo("P1 | 撮影 | 1回 | 場所・機器 透視室２ | ");
    }

    @Test
    void materialUsedKeepsItsAmount() {
        var chart = ReadChart.of(
                "OMI^Z23",
                ORC,
                "OBR||20260401020||X3^内視鏡^99XYZ|||202604011000",
                "ZE1|1|RS|P2^生検^99XYZ|2|||||C1^架空鉗子^99XYZ^1^KO&個~C2^架空クリップ^99XYZ^3^KO&個");
        assertThat(chart.acts())
                .extracting(SentExaminationsTest::line)
                .containsExactly(
                        "X3 | 内視鏡 |  |  | ", "P2 | 生検 | 2回 |  | ", "C1 | 架空鉗子 | 1個 |  | ", "C2 | 架空クリップ | 3個 |  | ");
        assertThat(chart.values("Procedure", "status")).containsOnly("completed");
    }

    @Test
    void aDiscontinuedExaminationSaysSo() {
        var chart = ReadChart.of("OMG^O19", ORC.replace("NW", "DC"), "OBR||20260401020||X2^腹部ＣＴ^99XYZ");
        assertThat(line(chart.acts().getFirst())).isEqualTo("X2 | 腹部ＣＴ |  |  | 中止");
        assertThat(chart.titles().getFirst()).contains("中止");
        assertThat(chart.fhir("ServiceRequest", "status")).isEqualTo("revoked");
    }
}
