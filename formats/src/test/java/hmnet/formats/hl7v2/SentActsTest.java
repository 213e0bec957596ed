package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.code.Label;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Examinations and meals of invented patients in all they say (検査の依頼と実施・食事, OMG, OMI, OMD): state, planned
/// time, exposure, images, trays.
class SentActsTest {
    private static final String ORC = "ORC|NW|20260401020|||||||20260401|||D1^架空^一郎|||||10^放射線科^99XY1";
    private static final String OBR = "OBR||20260401020||X1^胸部ＣＴ^99XYZ|||202604011000";

    private static List<String> acts(ReadChart chart) {
        return chart.acts().stream()
                .map(act -> String.join(" | ", act.code(), act.name(), act.amount() + act.unit(), act.said())
                        .strip())
                .toList();
    }

    private static String said(String type, String... fields) {
        return ReadChart.of(type, ORC, segment("OBR", join(fields)))
                .acts()
                .getFirst()
                .said();
    }

    private static String[] join(String... fields) {
        var all = new String[fields.length + 2];
        all[0] = "2=20260401020";
        all[1] = "4=X1^胸部ＣＴ^99XYZ";
        System.arraycopy(fields, 0, all, 2, fields.length);
        return all;
    }

    @Test
    void anExaminationSaysWhetherAllOfItWasDone() {
        var words = new String[][] {
            {"I", "未実施（予定・受付）"},
            {"S", "未実施（予定・受付）"},
            {"O", "未実施（予定・受付）"},
            {"A", "一部のみ"},
            {"P", "暫定"},
            {"R", "暫定"},
            {"C", "訂正"},
            {"X", "取消"},
            {"F", ""}
        };
        for (var word : words) {
            assertThat(said("OMI^Z23", "25=" + word[0])).as(word[0]).isEqualTo(word[1]);
            assertThat(said("OMG^O19", "25=" + word[0])).as("of an order").isEmpty();
        }
        assertThat(said("OMI^Z23", "32=D5&読影&太郎")).isEqualTo("読影 読影 太郎");
        assertThat(said("OMG^O19", "36=202604031000")).isEqualTo("予定 2026/4/3 10:00");
        assertThat(said("OMI^Z23", "36=202604031000"))
                .as("when it was done it is planned no more")
                .isEmpty();
    }

    @Test
    void anExaminationStandsWhenItWasDoneAndAnOrderWhenItWasGiven() {
        assertThat(ReadChart.of("OMG^O19", ORC, OBR).rows().getFirst().occurredAt())
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("20260401")));
        assertThat(ReadChart.of("OMI^Z23", ORC, OBR).rows().getFirst().occurredAt())
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("202604011000")));
        assertThat(ReadChart.of("OMI^Z23", ORC, segment("OBR", join("22=202604021500")))
                        .rows()
                        .getFirst()
                        .occurredAt())
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("202604021500")));
        assertThat(ReadChart.of("OMI^Z23", OBR.replace("202604011000", ""))
                        .rows()
                        .getFirst()
                        .occurredAt())
                .as("else when the message was sent")
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("20260401102030")));
    }

    @Test
    void exposureAndImagesStandWithTheExamination() {
        var chart = ReadChart.of(
                "OMI^Z23",
                ORC,
                OBR,
                "ZE2|1|120^KV&kV|200^MA&mA|100^CM&cm|2^S&秒|3|息止め",
                "IPC|AC1||1.2.392.1||CT^ＣＴ画像^DCM",
                "IPC|AC2",
                "IPC||",
                "ZE2|2");
        assertThat(acts(chart))
                .containsExactly(
                        "X1 | 胸部ＣＴ |  |",
                        "| 撮影条件 |  | 管電圧 120kV 管電流 200mA 距離 100cm 時間 2秒 回数 3 息止め",
                        "1.2.392.1 | 画像 ＣＴ画像 |  | 受付番号 AC1",
                        "| 画像 |  | 受付番号 AC2");
    }

    @Test
    void whatIsPlannedOfAnExaminationIsNotDone() {
        var chart = ReadChart.of(
                "OMI^Z23",
                ORC,
                OBR,
                "ZE1|1|SC|P1^単純撮影^99XYZ|2",
                "ZE1|2|SP|P2^造影撮影^99XYZ",
                "ZE1|3|RS|P3^透視^99XYZ||前屈位||N1^技師^一郎~N2^技師^二郎|||202604011010|任意",
                "ZE1|4|XX|^手技のみ^L||||||^架空ゼリー^L^1.5^G~M1^架空針^99XYZ^^");
        assertThat(acts(chart))
                .containsExactly(
                        "X1 | 胸部ＣＴ |  |",
                        "P1 | 単純撮影 | 2回 |",
                        "P2 | 造影撮影 |  |",
                        "P3 | 透視 |  | 前屈位 技師 一郎 技師 二郎 2026/4/1 10:10 任意",
                        "| 手技のみ |  | 制御コード XX",
                        "| 架空ゼリー | 1.5G |",
                        "M1 | 架空針 |  |");
        assertThat(chart.acts()).extracting(act -> act.state().words()).containsExactly("", "予定", "予定", "", "", "", "");
    }

    @Test
    void aChildOfAnOrderStandsInItsRow() {
        var chart = ReadChart.of(
                "OMG^O19",
                ORC,
                OBR,
                segment("ORC", "1=CH", "2=20260401021", "8=20260401020", "9=20260401"),
                segment("OBR", "2=20260401021", "4=X2^腹部ＣＴ^99XYZ"),
                segment("ORC", "1=NW", "2=20260401022", "9=20260402"),
                segment("OBR", "2=20260401022", "4=X3^頭部ＣＴ^99XYZ"));
        assertThat(chart.sources()).containsExactly("+ORDER/20260401020", "+ORDER/20260401022");
        assertThat(chart.titles()).containsExactly("胸部ＣＴ", "頭部ＣＴ");
        assertThat(acts(chart)).hasSize(3);
    }

    @Test
    void aCancelledExaminationLeavesAndItsWordsGoNowhere() {
        var chart = ReadChart.of(
                "OMG^O19",
                ORC.replace("NW", "CA"),
                OBR,
                "NTE|1||取消した検査の注記",
                segment("ORC", "1=NW", "2=20260401022", "9=20260402"),
                segment("OBR", "2=20260401022", "4=X3^頭部ＣＴ^99XYZ"));
        assertThat(chart.sources()).containsExactlyInAnyOrder("+ORDER/20260401022", "-ORDER/20260401020");
        assertThat(acts(chart)).containsExactly("X3 | 頭部ＣＴ |  |");
    }

    @Test
    void whatIsSaidBehindAnExaminationStandsWithIt() {
        var chart = ReadChart.of(
                "OMG^O19",
                "NTE|1||依頼の前の注記",
                ORC,
                OBR,
                segment("TQ1", "1=1", "7=202604031000", "9=S^至急^HL70485"),
                "DG1|1||C34^肺癌^I10|右肺癌",
                "DG1|2||I10^高血圧症^I10",
                "SPM|1|S1||061^喀痰^JC10|||ASP^吸引^99XYZ",
                "NTE|1||午前中に",
                "NTE|2||午前中に",
                "OBX|1|ST|K1^腎機能^99XYZ||eGFR 42|||N|||X",
                "OBX|2|ST|K2^空^99XYZ||||||||F");
        assertThat(acts(chart))
                .containsExactly(
                        "X1 | 胸部ＣＴ |  | 開始 2026/4/3 10:00、優先度 至急、病名 右肺癌、病名 高血圧症、検体 喀痰、採取方法 吸引、午前中に、腎機能 eGFR 42（測定不能）");
    }

    @Test
    void aMealSaysWhichFromWhenAndForWhichTime() {
        var chart = ReadChart.of(
                "OMD^O03",
                "ORC|NW|20260401030|||||||20260401",
                segment("TQ1", "1=1", "7=2026040112", "8=2026040308"),
                "ODS|D|1^朝食^99XYZ~2^昼食^99XYZ|F1^常食^99XYZ~F2^減塩^99XYZ|ご飯少なめ",
                "ODS|S||F3^牛乳^99XYZ",
                "ODS|P|||パンを希望",
                "ODT|TRAY^配膳台^99XYZ|1^朝食^99XYZ|遅め");
        assertThat(acts(chart))
                .containsExactly(
                        "F1 | 常食・減塩 |  | 朝食・昼食 2026/4/1 12時から2026/4/3 08時 ご飯少なめ",
                        "F3 | 牛乳 |  | 補食 2026/4/1 12時から2026/4/3 08時",
                        "| パンを希望 |  | 嗜好 2026/4/1 12時から2026/4/3 08時 パンを希望",
                        "TRAY | 配膳台 |  | 朝食 2026/4/1 12時から2026/4/3 08時 遅め");
        assertThat(chart.titles()).containsExactly("食事 常食・減塩");
    }

    @Test
    void eachOrderOfAMealHasItsOwnTimes() {
        var chart = ReadChart.of(
                "OMD^O03",
                "ORC|NW|20260401030|||||||20260401",
                segment("TQ1", "1=1", "7=2026040112"),
                "ODS|D||F1^常食^99XYZ",
                "ORC|NW|20260401031|||||||20260402",
                "ODS|D||F4^絶食^99XYZ");
        assertThat(acts(chart)).containsExactly("F1 | 常食 |  | 2026/4/1 12時から", "F4 | 絶食 |  |");
        assertThat(chart.rows().getLast().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("20260402")));
    }

    @Test
    void anOrderSaysWhoGaveItAndForWhom() {
        var chart = ReadChart.of(
                "OMG^O19",
                "PV1|1|I|５西",
                segment(
                        "ORC",
                        "1=NW",
                        "2=20260401020",
                        "9=20260401",
                        "12=D1^架空^一郎",
                        "17=10^放射線科^99XY1",
                        "21=別の診療所^L^1234567",
                        "28=V^極秘^HL70177"),
                OBR);
        assertThat(chart.fhir("ServiceRequest", "requester.display")).contains("架空 一郎");
        assertThat(chart.rows().getFirst().labels()).contains(Label.RESTRICTED);
        var entry = (PerformedActs) chart.file().sheets().getFirst().entries().getFirst();
        assertThat(entry.from().facility().shown()).isEqualTo("別の診療所");
        assertThat(entry.from().facility().first().code()).isEqualTo("1234567");
        assertThat(entry.from().department().shown()).isEqualTo("放射線科");
        assertThat(entry.from().setting()).isEqualTo(CareSetting.INPATIENT);
    }
}
