package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The eleven examples of the standard of prescription messages (JAHIS 処方データ交換規約の例), each value as the
/// standard means it. Where its example contradicts itself (06, 07: the digits of the usage name another meal than its
/// words), both stand as sent.
class StandardPrescriptionsTest {
    private static final String HOT9 = "urn:oid:1.2.392.200119.4.403.1";

    private static ReadChart example(String number) {
        var shared = System.getenv("HMNET_SHARED");
        var file = Path.of(shared == null ? "../../shared" : shared)
                .resolve("golden/jahis-prescription/prescription-example-" + number + ".hl7");
        assumeTrue(Files.isRegularFile(file), "the shared folder is absent");
        try {
            var chart = ReadChart.of(Files.readAllBytes(file));
            assertThat(chart.rows()).extracting(row -> row.kind()).containsOnly(RecordKind.PRESCRIPTION);
            assertThat(chart.extracts(PrescriptionExtract.class)).allSatisfy(row -> {
                assertThat(row.administered()).isFalse();
                assertThat(row.doctor()).isEqualTo("医師 春子");
            });
            assertThat(chart.drugs()).extracting(drug -> drug.system()).containsOnly(HOT9);
            assertThat(chart.fhir("MedicationRequest", "requester.display")).startsWith("医師 春子");
            return chart;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void shows(ReadChart chart, String... lines) {
        assertThat(chart.drugs()).extracting(ReadChart::line).containsExactly(lines);
    }

    private static void isOf(ReadChart chart, String... classes) {
        assertThat(chart.extracts(PrescriptionExtract.class).getFirst().orderClass())
                .isEqualTo(classes[0]);
        assertThat(chart.values("MedicationRequest", "category.coding.code")).startsWith(classes);
    }

    @Test
    void example01HasTwoGroupsOfTwoDrugsTwoOfThemByTheirSubstance() {
        var chart = example("01");
        shows(
                chart,
                "12345678_01 | 103835401 | ムコダイン錠２５０ｍｇ | 1錠 | 3錠 | 内服・経口・１日３回朝昼夕食後 | 1013044400000000 | 3 | 2016-08-25 |  | 9錠 | 口 |  | １回目から服用；内服 | ",
                "12345678_01 | 110626901 | パンスポリンＴ錠１００ １００ｍｇ | 2錠 | 6錠 | 内服・経口・１日３回朝昼夕食後 | 1013044400000000 | 3 | 2016-08-25 |  | 18錠 | 口 |  | １回目から服用；内服 | ",
                "12345678_02 | 100607002 | アレビアチン散１０％ | 50ミリグラム | 100ミリグラム | 内服・経口・１日２回朝夕食後 | 1012040400000000 | 14 | 2016-08-25 |  | 1.4グラム | 口 |  | １回目から服用；内服 | 剤形 散剤；力価 100ミリグラム",
                "12345678_02 | 100565315 | フェノバルビタール散１０％「ホエイ」 | 50ミリグラム | 100ミリグラム | 内服・経口・１日２回朝夕食後 | 1012040400000000 | 14 | 2016-08-25 |  | 1.4グラム | 口 |  | １回目から服用；内服 | 剤形 散剤；力価 100ミリグラム");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.doseQuantity.value"))
                .isEqualTo("1|2|50|50");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.rateRatio.numerator.value"))
                .isEqualTo("3|6|100|100");
        assertThat(chart.fhir("MedicationRequest", "dispenseRequest.quantity.value"))
                .isEqualTo("9|18|1.4|1.4");
        assertThat(chart.fhir("MedicationRequest", "dispenseRequest.expectedSupplyDuration.value"))
                .isEqualTo("3|3|14|14");
        assertThat(chart.fhir("MedicationRequest", "authoredOn"))
                .isEqualTo("2016-08-25|2016-08-25|2016-08-25|2016-08-25");
    }

    @Test
    void example02IsAnOintmentForTheLeftHandWithoutADose() {
        var chart = example("02");
        shows(
                chart,
                "12345678_01 | 106238001 | ジフラール軟膏０．０５％ |  |  | 外用・塗布・１日４回 | 2B74000000000000 | 0 | 2016-08-25 |  | 2本 | 外用 |  | 部位 左手；外用 | 剤形 軟膏");
        isOf(chart, "OHP", "OHO");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.doseQuantity.value"))
                .as("a dose of null is none")
                .isEmpty();
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.site.coding.code"))
                .isEqualTo("77L");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.frequency"))
                .isEqualTo("4");
        assertThat(chart.fhir("MedicationRequest", "authoredOn")).isEqualTo("2016-08-25T13:45:00+09:00");
    }

    @Test
    void example03IsASuppositoryTwiceADay() {
        var chart = example("03");
        shows(
                chart,
                "12345678_01 | 105625901 | ボラギノールＮ坐薬 | 1個 | 2個 | 外用・肛門挿入・１日２回朝夕 | 2R62090900000000 | 14 | 2016-08-25 |  | 28個 | 直腸 |  | 部位 肛門部；外用 | 剤形 坐 剤");
        isOf(chart, "OHP", "OHO");
        assertThat(chart.fhir("MedicationRequest", "authoredOn")).isEqualTo("2016-08-21");
    }

    @Test
    void example04IsANarcoticEveryTwelveHoursFromTheSecondTime() {
        var chart = example("04");
        shows(
                chart,
                "12345678_01 | 112052301 | ＭＳコンチン錠１０ｍｇ | 2錠 | 4錠 | 内服・経口・１日２回１２時間毎 | 1022000000000000 | 7 | 2016-08-25 |  | 28錠 | 口 |  | ２回目から服用；内服 | 麻薬施用者 4-321 医師 春子");
        isOf(chart, "IHP", "XTR");
    }

    @Test
    void example05IsForPainAtMostTwiceADayTenTimes() {
        var chart = example("05");
        shows(
                chart,
                "12345678_01 | 100795402 | ボルタレン錠２５ｍｇ | 1錠 |  | 内服・経口・疼痛時 | 1050110020000000 | 0 | 2016-08-25 |  | 10錠 | 口 |  | 頓用；上限 1 日2 回まで；10回分 | ");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.asNeededBoolean"))
                .isEqualTo("true");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.additionalInstruction.text"))
                .contains("10回分");
        assertThat(chart.fhir("MedicationRequest", "dispenseRequest.expectedSupplyDuration.value"))
                .isEmpty();
    }

    @Test
    void example06RisesFromOneToThreeTimesADayByItsDays() {
        var chart = example("06");
        shows(
                chart,
                "12345678_01 | 101230901 | ペルマックス錠５０μｇ | 1錠 | 1錠 | 内服・経口・１日１回夕食直後 | 1011030000000000 | 2 | 2016-08-25 |  | 2錠 | 口 |  | 内服 | ",
                "12345678_02 | 101230901 | ペルマックス錠５０μｇ | 2錠 | 4錠 | 内服・経口・１日２回朝夕食直後 | 1012030300000000 | 3 | 2016-08-27 |  | 12錠 | 口 |  | 内服 | ",
                "12345678_03 | 101230901 | ペルマックス錠５０μｇ | 3錠 | 9錠 | 内服・経口・１日３回朝昼夕食直後 | 1013033300000000 | 2 | 2016-08-30 |  | 18錠 | 口 |  | 内服 | ");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.extension.valuePeriod.start"))
                .isEqualTo("2016-08-25|2016-08-27|2016-08-30");
    }

    @Test
    void example07IsEveryOtherDay() {
        var chart = example("07");
        shows(
                chart,
                "12345678_01 | 105271807 | プレドニン錠５ｍｇ | 3錠 | 3錠 | 内服・経口・１日１回朝食後 | 1011000400000000 | 7 | 2016-08-25 |  | 21錠 | 口 |  | 隔日（1日おき）；１日おき；内服 | ");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.period"))
                .isEqualTo("2");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.periodUnit"))
                .isEqualTo("d");
    }

    @Test
    void example08IsOnMondayAndThursday() {
        var chart = example("08");
        shows(
                chart,
                "12345678_01 | 105271807 | プレドニン錠５ｍｇ | 3錠 | 3錠 | 内服・経口・１日１回朝食後 | 1011000400000000 | 7 | 2016-08-25 |  | 21錠 | 口 |  | 毎週 月・木曜日；月曜日、木曜日；内服 | ");
        isOf(chart, "OHP", "OHO");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.dayOfWeek"))
                .isEqualTo("mon|thu");
    }

    @Test
    void example09IsFourTwoAndOne() {
        var chart = example("09");
        shows(
                chart,
                "12345678_01 | 105271807 | プレドニン錠５ｍｇ | 4-2-1錠 | 7錠 | 内服・経口・１日３回朝昼夕食後 | 1013044400000000 | 7 | 2016-08-25 |  | 49錠 | 口 |  | 不均等 1回目 4錠・2回目 2錠・3回目 1錠；内服薬 | ");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.additionalInstruction.coding.code"))
                .startsWith("V14NNNNN|V22NNNNN|V31NNNNN");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.doseQuantity.value"))
                .as("the least of uneven doses would be read as that of every time")
                .isEmpty();
    }

    @Test
    void example10ChangesItsDoseFromDayToDay() {
        var chart = example("10");
        shows(
                chart,
                "12345678_01 | 105271807 | プレドニン錠５ｍｇ | 3錠 | 3錠 | １日１回朝食後 | 1011000400000000 | 7 | 2016-08-25 |  | 21錠 | 口 |  | 隔日（1日おき）；隔 日；内服 | ",
                "12345678_02 | 105271807 | プレドニン錠５ｍｇ | 1錠 | 1錠 | １日１回朝食後 | 1011000400000000 | 7 | 2016-08-26 |  | 7錠 | 口 |  | 隔日（1日おき）；隔 日；内服 | ");
        isOf(chart, "OHP", "OHI");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.period"))
                .isEqualTo("2|2");
    }

    @Test
    void example11IsInsulinThePatientInjectsAndNoInjectionOfTheWard() {
        var chart = example("11");
        shows(
                chart,
                "12345678_01 | 105466802 | ヒューマリンＮ注１００単位／ｍＬ | 50単位 | 50単位 | 注射・皮下注射・ １ 日 １ 回 朝 食直前・ワンショット・在宅・自己 | 3211000200000014 | 14 | 2016-08-25 |  | 700単位 | 皮下 |  | 自己注射 | 剤形 注射剤");
        isOf(chart, "OHP", "OHO");
    }
}
