package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What orders and administrations of invented patients say beside dose and usage (処方・注射・実施の細目).
class SentDrugDetailsTest {
    private static final String PO = "RXR|PO^口^HL70162";
    private static final String TABLET = "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P";

    private static String orc(String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("1=NW", "2=20260401001", "4=1", "9=20260401"));
        fields.addAll(java.util.List.of(more));
        return segment("ORC", fields.toArray(String[]::new));
    }

    private static String first(ReadChart chart) {
        return ReadChart.line(chart.drugs().getFirst());
    }

    @Test
    void whatWasEncodedStandsForWhatWasRequested() {
        var chart = ReadChart.of(
                "RDE^O11",
                orc(),
                "RXO|^架空輸液||||||21^ゆっくり^99XYZ",
                "RXR|PO^口^HL70162",
                "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P",
                "RXE||00^一般^99I02|500||ML^mL^MR9P",
                "TQ1|1||||||202604010900",
                "RXR|IV^静脈内^HL70162",
                "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P");
        assertThat(chart.drugs()).hasSize(1);
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空糖液 | 500mL |  |  |  | 0 | 2026-04-01 |  |  | 静脈内 |  | 混注 全量 500mL；期間 2026/04/01 09:00～；ゆっくり | ");
    }

    @Test
    void aComponentSaysItsStrengthAndItsCodes() {
        var chart = ReadChart.of(
                "RDE^O11",
                orc(),
                "RXE||00^一般^99I02|520||ML^mL^MR9P",
                "TQ1|1||||||202604010900",
                "RXR|IV^静脈内^HL70162",
                "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P",
                "RXC|A|620002559^架空Ｋ液^HOT9|1|A^アンプル^MR9P|20|MEQ^mEq^MR9P|H1^劇薬^99XYZ|20|ML^mL^MR9P");
        assertThat(chart.drugs()).hasSize(2);
        assertThat(chart.drugs().get(1).notes()).containsExactly("混注 架空Ｋ液：力価 20mEq、補足 劇薬、液量 20mL");
    }

    @Test
    void aRequestSaysItsRateAndItsDailyDose() {
        var chart = ReadChart.of(
                "OMP^O09",
                orc(),
                segment(
                        "RXO",
                        "1=620007332^架空注^HOT9",
                        "2=50",
                        "4=ML^mL^MR9P",
                        "16=Y",
                        "20=K1^血圧低下時^99XYZ",
                        "21=3",
                        "22=ml/hr^mL/時^ISO+",
                        "23=72^ML&mL&MR9P"),
                "RXR|IV^静脈内^HL70162|AH^前腕^HL70163||||L^左^HL70495");
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620007332 | 架空注 | 50mL | 72mL |  |  | 0 |  |  |  | 静脈内 |  | 速度 3mL/時；部位 前腕 左；血圧低下時 | 要確認");
    }

    @Test
    void anOrderReplacedByAnotherIsGone() {
        var chart = ReadChart.of(
                "RDE^O11",
                orc().replace("NW", "RP"),
                TABLET,
                PO,
                orc().replace("NW", "RO").replace("20260401001", "20260401002"),
                "RXE||620007330^架空新錠^HOT9|2||TAB^錠^MR9P",
                PO);
        assertThat(chart.drugs()).extracting(drug -> drug.name()).containsExactly("架空新錠");
        assertThat(chart.file().sheets())
                .extracting(sheet -> sheet.source() + " " + sheet.deletes())
                .containsExactlyInAnyOrder("ORDERED/20260401002 false", "ORDERED/20260401001 true");
        assertThat(ReadChart.of("RDE^O11", orc().replace("NW", "RP"), TABLET, PO)
                        .drugs())
                .as("without its replacement it is a change")
                .hasSize(1);
    }

    @Test
    void aStoppedOrderSaysFromWhen() {
        var chart = ReadChart.of(
                "RDE^O11",
                orc("15=202604051200", "16=R1^発疹^99XYZ", "25=M1^再開は未定^99XYZ").replace("NW", "DC"),
                TABLET,
                PO);
        assertThat(chart.drugs().getFirst().state().words()).isEqualTo("中止");
        assertThat(chart.drugs().getFirst().reason()).isEqualTo("発疹 再開は未定 2026/4/5 12:00から");
    }

    @Test
    void whereItWasOrderedIsSeenUnlessItIsTheSender() {
        var other = ReadChart.of("RDE^O11", orc("21=見本診療所^D^^^^^^^^1310000001"), TABLET, PO);
        assertThat(other.extracts(PrescriptionExtract.class).getFirst().place()).isEqualTo("見本診療所");
        var own = ReadChart.of("RDE^O11", orc("21=架空病院"), TABLET, PO);
        assertThat(own.extracts(PrescriptionExtract.class).getFirst().place()).isEmpty();
    }

    @Test
    void aConfidentialOrderIsRestricted() {
        var chart = ReadChart.of("RDE^O11", orc("28=R^制限^HL70177"), TABLET, PO);
        assertThat(chart.rows().getFirst().labels()).contains(Label.RESTRICTED);
    }

    @Test
    void whatComesNextInATaperIsSaid() {
        var chart = ReadChart.of(
                "RDE^O11",
                orc(),
                TABLET,
                "TQ1|1|2^TAB&錠&MR9P|1011000400000000&１日１回朝食後&JAMISDP01|||7^d|20260401|||||S",
                "TQ1|2|1^TAB&錠&MR9P|1011000400000000&１日１回朝食後&JAMISDP01|||7^d|20260408",
                PO);
        assertThat(chart.drugs().getFirst().details()).containsExactly("用法 1／2", "次の用法 これに続けて");
        assertThat(chart.drugs().get(1).details()).containsExactly("用法 2／2");
    }

    @Test
    void anAmountThatNobodyKnowsIsNone() {
        var chart = ReadChart.of(
                "RAS^O17",
                orc(),
                segment(
                        "RXA",
                        "1=0",
                        "2=1",
                        "3=202604010905",
                        "5=V1^架空ワクチン^99XYZ",
                        "6=999",
                        "15=L-9",
                        "17=M1^架空製薬^99XYZ",
                        "20=CP"));
        assertThat(first(chart))
                .isEqualTo(
                        "1 | V1 | 架空ワクチン |  |  |  |  | 0 | 2026-04-01 |  |  |  |  | 期間 2026/04/01 09:05～ | ロット番号 L-9；製造元 架空製薬；量は不明");
    }

    @Test
    void anAdministrationThatWasChangedIsACorrection() {
        var chart = ReadChart.of(
                "RAS^O17",
                orc(),
                "RXA|0|1|202604010905||620004444^架空注^HOT9|1|V^瓶^MR9P|||||||||||||CP|U",
                "RXR|IV^静脈内^HL70162");
        assertThat(chart.rows().getFirst().correction()).isTrue();
    }

    @Test
    void aDispensingSaysItsPackItsLotAndWhatItIsFor() {
        var chart = ReadChart.of(
                "RDS^O13",
                orc(),
                segment(
                        "RXD",
                        "1=1",
                        "2=620007329^架空錠^HOT9",
                        "3=202604011100",
                        "4=21",
                        "5=TAB^錠^MR9P",
                        "12=3^TAB&錠&MR9P",
                        "18=L-1",
                        "19=202712",
                        "21=K1^高血圧^99XYZ",
                        "22=10",
                        "23=TAB^錠^MR9P"));
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空錠 |  | 3錠 |  |  | 0 |  |  | 21錠 |  |  | 1包装 10錠 | ロット番号 L-1；使用期限 202712；適応 高血圧");
    }

    private static ThrowingCallable cut(String type, String... segments) {
        var text = "MSH|^~\\&|HIS|H|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||UNICODE UTF-8\r"
                + "PID|1||1^^^^PI||A^B||19500228|F\r" + String.join("\r", segments);
        return () -> Message.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMessageCutInItsLastOrderIsRefused() {
        for (var type : new String[] {"OMG^O19", "OMI^Z23", "OMD^O03", "ORM^O01"}) {
            assertThatThrownBy(cut(type, "ORC|NW|1", "OBR||1||X1^CT^L", "ORC|NW|2|||||||20260401"))
                    .as(type)
                    .isInstanceOf(BadMessage.class)
                    .hasMessageContaining("ORC");
        }
        assertThatThrownBy(cut("OMP^O09", "ORC|NW|1", "RXO|1^A|1||TAB|||||||21"))
                .isInstanceOf(BadMessage.class);
        assertThatThrownBy(cut("ADT^A01", "PV1|1|I|W", "AL1|1|DA|P1^Penic")).isInstanceOf(BadMessage.class);
    }
}
