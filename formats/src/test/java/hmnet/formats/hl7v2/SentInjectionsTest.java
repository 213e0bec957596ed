package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.RecordKind;
import org.junit.jupiter.api.Test;

/// Injections ordered and drugs given to invented patients (注射のオーダと投与の実施, RDE and RAS).
class SentInjectionsTest {
    private static final String ORC =
            "ORC|NW|20260401002||1|||||20260401083000|||D1^架空^一郎|||||01^内科^99XY1||||||||||||I^入院患者オーダ^HL70482";
    private static final String DRIP = "RXR|IV^静脈内^HL70162|LA^左腕^HL70163|PUMP^輸液ポンプ^99XYZ|DIV^点滴^99XYZ";
    private static final String GLUCOSE = "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P";
    private static final String SALT = "RXC|A|620002559^架空塩液^HOT9|20|ML^mL^MR9P";

    private static String first(ReadChart chart) {
        return ReadChart.line(chart.drugs().getFirst());
    }

    @Test
    void aContinuousInfusionSaysItsRateAndItsEnd() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||00^一般^99I02|520||ML^mL^MR9P||||||||||||||||IHP^入院処方^MR9P|H1|100|ml/hr^mL/時^ISO+",
                "TQ1|1||||||202604010900|202604011412",
                DRIP,
                GLUCOSE,
                SALT);
        assertThat(chart.rows().getFirst().kind()).isEqualTo(RecordKind.INJECTION);
        assertThat(chart.drugs())
                .extracting(ReadChart::line)
                .containsExactly(
                        "1 | 620007329 | 架空糖液 | 500mL |  |  |  | 0 | 2026-04-01 | 2026-04-01 |  | 静脈内 |  | 混注 全量 520mL；速度 100mL/時；期間 2026/04/01 09:00～2026/04/01 14:12；部位 左腕；器具 輸液ポンプ；手技 点滴 | 投与時間単位 1時間",
                        "1 | 620002559 | 架空塩液 | 20mL |  |  |  | 0 | 2026-04-01 | 2026-04-01 |  | 静脈内 |  | 混注 全量 520mL；速度 100mL/時；期間 2026/04/01 09:00～2026/04/01 14:12；部位 左腕；器具 輸液ポンプ；手技 点滴 | 投与時間単位 1時間");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.rateQuantity.value"))
                .isEqualTo("100");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.extension.valuePeriod.end"))
                .isEqualTo("2026-04-01T14:12:00+09:00");
    }

    @Test
    void aRateThatChangesIsAnInstructionForEachRate() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620003333^架空昇圧注^HOT9|50||ML^mL^MR9P|INJ^注射剤^MR9P",
                "TQ1|1|3^ml/hr&mL/時&ISO+|||||202604010900|202604011000",
                "TQ1|2|5^ml/hr&mL/時&ISO+|||||202604011000",
                DRIP);
        assertThat(chart.drugs())
                .extracting(ReadChart::line)
                .containsExactly(
                        "1 | 620003333 | 架空昇圧注 |  |  |  |  | 0 | 2026-04-01 | 2026-04-01 |  | 静脈内 |  | 用法 1／2；速度 3mL/時；期間 2026/04/01 09:00～2026/04/01 10:00；部位 左腕；器具 輸液ポンプ；手技 点滴 | 剤形 注射剤；1回量（全体） 50mL",
                        "1 | 620003333 | 架空昇圧注 |  |  |  |  | 0 | 2026-04-01 |  |  | 静脈内 |  | 用法 2／2；速度 5mL/時；期間 2026/04/01 10:00～；部位 左腕；器具 輸液ポンプ；手技 点滴 | 剤形 注射剤；1回量（全体） 50mL");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.rateQuantity.value"))
                .isEqualTo("3|5");
    }

    @Test
    void clockTimesAndTheTimeOfOneDoseAreSeen() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620004444^架空抗生剤注^HOT9|1||V^瓶^MR9P|INJ^注射剤^MR9P||||6|V^瓶^MR9P",
                "TQ1|1|||0600~1400~2200||3^D&日&ISO+|20260401||||||30^min&分&ISO+",
                DRIP);
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620004444 | 架空抗生剤注 | 1瓶 |  |  |  | 3 | 2026-04-01 |  | 6瓶 | 静脈内 |  | 時刻 06:00・14:00・22:00；部位 左腕；器具 輸液ポンプ；手技 点滴；1回の時間 30分 | 剤形 注射剤");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.timeOfDay"))
                .isEqualTo("06:00:00|14:00:00|22:00:00");
    }

    @Test
    void howLongADripRunsIsNoNumberOfDays() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620004444^架空注^HOT9|1||V^瓶^MR9P|INJ^注射剤^MR9P",
                "TQ1|1|||||2^h&時間&ISO+|202604010900",
                DRIP);
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620004444 | 架空注 | 1瓶 |  |  |  | 0 | 2026-04-01 |  |  | 静脈内 |  | 期間 2026/04/01 09:00～；部位 左腕；器具 輸液ポンプ；手技 点滴；投与期間 2時間 | 剤形 注射剤");
        assertThat(chart.fhir("MedicationRequest", "dispenseRequest.expectedSupplyDuration.value"))
                .isEmpty();
    }

    @Test
    void anInjectionWithConditionsAndRemarksKeepsThem() {
        var chart = ReadChart.of(
                "RDE^O11",
                "NTE|1||アレルギー歴に注意",
                ORC.replace("NW", "HD"),
                "NTE|1||主治医に確認後",
                "RXE||620005555^架空利尿注^HOT9|1|2|A^アンプル^MR9P|INJ^注射剤^MR9P|01^側管から^99XYZ",
                "TQ1|1||PRN||||20260401|||尿量 100mL/8h 未満|1日2回まで",
                DRIP);
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620005555 | 架空利尿注 | 1アンプル |  | PRN |  | 0 | 2026-04-01 |  |  | 静脈内 | 保留 | 1回最大 2アンプル；側管から；頓用 尿量 100mL/8h 未満；上限 1日2回まで；部位 左腕；器具 輸液ポンプ；手技 点滴 | 剤形 注射剤；主治医に確認後");
        assertThat(chart.extracts(hmnet.formats.model.extract.PrescriptionExtract.class)
                        .getFirst()
                        .notes())
                .containsExactly("アレルギー歴に注意");
        assertThat(chart.fhir("MedicationRequest", "status")).isEqualTo("on-hold");
    }

    private static ReadChart given(String... segments) {
        var all = new java.util.ArrayList<>(java.util.List.of(ORC));
        all.addAll(java.util.List.of(segments));
        return ReadChart.of("RAS^O17", all.toArray(String[]::new));
    }

    private static String rxa(String start, String end, String state, String reason) {
        return "RXA|0|1|" + start + "|" + end + "|620004444^架空注^HOT9|1|V^瓶^MR9P||食前に確認|N7^架空^看護|３東^301||||L-1|||"
                + reason + "||" + state;
    }

    @Test
    void whatWasGivenSaysByWhomFromWhenUntilWhen() {
        var chart = given(rxa("202604010905", "202604010935", "CP", ""), DRIP);
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620004444 | 架空注 | 1瓶 |  |  |  | 0 | 2026-04-01 | 2026-04-01 |  | 静脈内 |  | 期間 2026/04/01 09:05～2026/04/01 09:35；部位 左腕；器具 輸液ポンプ；手技 点滴；実施者 架空 看護 | 食前に確認；場所 ３東 301；ロット番号 L-1");
        assertThat(chart.fhir("MedicationAdministration", "status")).isEqualTo("completed");
        assertThat(chart.fhir("MedicationAdministration", "effectivePeriod.end"))
                .isEqualTo("2026-04-01T09:35:00+09:00");
        assertThat(chart.fhir("MedicationAdministration", "performer.actor.display"))
                .isEqualTo("架空 看護");
        assertThat(chart.titles()).containsExactly("注射実施 架空注");
    }

    @Test
    void whatWasGivenInPartSaysSoAndWhy() {
        var chart = given(rxa("202604010905", "202604010915", "PA", "R2^血管外漏出^99XYZ"), DRIP);
        assertThat(chart.drugs().getFirst().state().words()).isEqualTo("一部実施");
        assertThat(chart.drugs().getFirst().reason()).isEqualTo("血管外漏出");
        assertThat(chart.fhir("MedicationAdministration", "status")).isEqualTo("stopped");
        assertThat(chart.fhir("MedicationAdministration", "statusReason.text")).contains("血管外漏出");
    }

    @Test
    void whatWasRefusedIsNeverDone() {
        var chart = given(rxa("202604010905", "", "RE", "00^本人が拒否^NIP002"), DRIP);
        assertThat(chart.drugs().getFirst().state().words()).isEqualTo("拒否");
        assertThat(chart.drugs().getFirst().reason()).isEqualTo("本人が拒否");
        assertThat(chart.drugs().getFirst().isCurrent()).isFalse();
        assertThat(chart.titles()).containsExactly("注射実施（拒否） 架空注");
        assertThat(chart.fhir("MedicationAdministration", "status")).isEqualTo("not-done");
    }

    @Test
    void whatWasNotGivenSaysWhyAndAnUnknownWordIsUnknown() {
        var not = given(rxa("202604010905", "", "NA", "R1^検査で絶食^99XYZ"), DRIP);
        assertThat(not.drugs().getFirst().state().words()).isEqualTo("未実施");
        assertThat(not.drugs().getFirst().reason()).isEqualTo("検査で絶食");
        assertThat(not.fhir("MedicationAdministration", "status")).isEqualTo("not-done");
        var other = given(rxa("202604010905", "", "ZZ", ""), DRIP);
        assertThat(other.drugs().getFirst().state().words()).isEqualTo("状態不明");
        assertThat(other.drugs().getFirst().reason()).isEqualTo("ZZ");
        assertThat(other.fhir("MedicationAdministration", "status")).isEqualTo("unknown");
    }

    @Test
    void theSecondTimeIsARowOfItsOwn() {
        var chart = given(
                rxa("202604010905", "202604010935", "CP", ""),
                DRIP,
                rxa("202604011705", "", "NA", "R1^嘔気^99XYZ"),
                DRIP);
        assertThat(chart.rows()).hasSize(2);
        assertThat(chart.drugs()).extracting(drug -> drug.state().words()).containsExactly("", "未実施");
        assertThat(chart.fhir("MedicationAdministration", "status")).isEqualTo("completed|not-done");
    }

    @Test
    void anAdministrationThatIsDeletedLeaves() {
        var deleted = rxa("202604010905", "", "CP", "") + "|D";
        assertThat(given(deleted, DRIP).file().sheets().getFirst().deletes()).isTrue();
        var one = given(deleted, rxa("202604011705", "", "CP", ""), DRIP);
        assertThat(one.drugs()).hasSize(1);
    }

    @Test
    void aDispensingTakesItsDoseFromTheOrderInFrontOfIt() {
        var chart = ReadChart.of(
                "RDS^O13",
                ORC,
                "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P||||||||||||||3^TAB&錠&MR9P",
                "TQ1|1||1013044400000000&１日３回毎食後&JAMISDP01|||7^D&日&ISO+|20260401",
                "RXR|PO^口^HL70162",
                "RXD|1|620007329^架空錠^HOT9|202604011100|21|TAB^錠^MR9P||RX-9||食後に|P1^架空^薬子|G");
        assertThat(first(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空錠 | 1錠 | 3錠 | １日３回毎食後 | 1013044400000000 | 7 | 2026-04-01 |  | 21錠 | 口 |  | 食後に；後発品に変更；実施者 架空 薬子 | 処方箋番号 RX-9");
        assertThat(chart.fhir("MedicationDispense", "whenHandedOver")).isEqualTo("2026-04-01T11:00:00+09:00");
    }
}
