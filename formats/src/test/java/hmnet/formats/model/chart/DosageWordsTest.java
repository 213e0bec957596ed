package hmnet.formats.model.chart;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What stands beside a dose in the chart, in the words a doctor uses.
class DosageWordsTest {
    private static final Amount ONE = Amount.of("1", "錠");
    private static final Amount TWO = Amount.of("2", "錠");
    private static final Set<DayOfWeek> MONDAY_AND_FRIDAY = Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static List<String> words(DoseRhythm rhythm) {
        return DosageWords.of(Dosage.NONE.with(DoseUsage.of("朝食後")).with(rhythm));
    }

    @Test
    void everyRhythmStandsInWords() {
        var daily = DoseRhythm.DAILY;
        assertThat(words(daily)).isEmpty();
        assertThat(words(daily.every(1))).isEmpty();
        assertThat(words(daily.every(2))).containsExactly("隔日（1日おき）");
        assertThat(words(daily.every(3))).containsExactly("2日おき（3日ごと）");
        assertThat(words(daily.inWeeks(1, 0, Set.of()))).containsExactly("毎週");
        assertThat(words(daily.inWeeks(1, 0, MONDAY_AND_FRIDAY))).containsExactly("毎週 月・金曜日");
        assertThat(words(daily.inWeeks(0, 0, Set.of(DayOfWeek.SUNDAY)))).containsExactly("毎週 日曜日");
        assertThat(words(daily.inWeeks(1, 3, Set.of()))).containsExactly("週3回");
        assertThat(words(daily.inWeeks(0, 1, Set.of()))).containsExactly("週1回");
        assertThat(words(daily.inWeeks(2, 0, Set.of()))).containsExactly("2週ごと");
        assertThat(words(daily.inWeeks(2, 1, Set.of()))).containsExactly("2週ごと");
        assertThat(words(daily.inWeeks(2, 2, Set.of()))).containsExactly("2週ごとに2回");
        assertThat(words(daily.inWeeks(2, 0, Set.of(DayOfWeek.MONDAY)))).containsExactly("2週ごと 月曜日");
        assertThat(words(daily.onDaysOfMonth(List.of(1, 15)))).containsExactly("毎月 1日・15日");
        assertThat(words(daily.inADay(0, 0, List.of("08:00", "20:00")))).containsExactly("時刻 08:00・20:00");
    }

    @Test
    void howOftenADayStandsWhereNoUsageSaysIt() {
        var rhythm = DoseRhythm.DAILY.inADay(3, 8, List.of());
        assertThat(DosageWords.of(Dosage.NONE.with(rhythm))).containsExactly("1日3回", "8時間ごと");
        assertThat(DosageWords.of(Dosage.NONE.with(DoseRhythm.DAILY.inADay(0, 6, List.of()))))
                .containsExactly("6時間ごと");
        assertThat(DosageWords.of(Dosage.NONE.with(DoseRhythm.DAILY.inADay(2, 0, List.of()))))
                .containsExactly("1日2回");
        assertThat(words(rhythm)).isEmpty();
    }

    @Test
    void whatIsSkippedIsNeverEveryDay() {
        assertThat(DoseRhythm.DAILY.skipsDays()).isFalse();
        assertThat(DoseRhythm.DAILY.every(1).skipsDays()).isFalse();
        assertThat(DoseRhythm.DAILY.every(2).skipsDays()).isTrue();
        assertThat(DoseRhythm.DAILY.inWeeks(1, 0, Set.of()).skipsDays()).isTrue();
        assertThat(DoseRhythm.DAILY.inWeeks(0, 1, Set.of()).skipsDays()).isTrue();
        assertThat(DoseRhythm.DAILY.inWeeks(0, 0, MONDAY_AND_FRIDAY).skipsDays())
                .isTrue();
        assertThat(DoseRhythm.DAILY.onDaysOfMonth(List.of(1)).skipsDays()).isTrue();
        assertThat(DoseRhythm.DAILY.inADay(3, 8, List.of("08:00")).skipsDays()).isFalse();
    }

    @Test
    void theLimitNamesItsTimeWhereOneWasSaid() {
        var day = Amount.of("1", "日");
        assertThat(words(DoseRhythm.AS_NEEDED.limited(new DoseLimit(TWO, day, ""))))
                .containsExactly("頓用", "上限 1日に 2錠 まで");
        assertThat(words(DoseRhythm.AS_NEEDED.limited(new DoseLimit(TWO, day, "1回 1錠 まで"))))
                .containsExactly("頓用", "上限 1回 1錠 まで 1日に 2錠 まで");
        assertThat(words(DoseRhythm.AS_NEEDED.limited(new DoseLimit(TWO, Amount.NONE, ""))))
                .as("nobody said in which time")
                .containsExactly("頓用", "上限 2錠 まで");
        assertThat(words(DoseRhythm.AS_NEEDED.limited(DoseLimit.of("1日2回まで")))).containsExactly("頓用", "上限 1日2回まで");
        assertThat(words(DoseRhythm.DAILY.whenNeeded(Concept.of("疼痛時")))).containsExactly("頓用 疼痛時");
        assertThat(words(DoseRhythm.DAILY.dependingOn(Concept.of("血糖200以上")))).containsExactly("条件 血糖200以上");
    }

    @Test
    void unevenDosesAndTheMostOfOneTimeStandInWords() {
        var uneven = DoseAmounts.of(ONE, Amount.NONE)
                .withMost(TWO)
                .withUneven(List.of(new UnevenDose("朝", TWO), new UnevenDose("夕", ONE)));
        assertThat(DosageWords.of(Dosage.NONE
                        .with(uneven)
                        .with(new DoseUsage(
                                Concept.of("朝夕食後"),
                                List.of(
                                        Concept.of(CodingSystems.USAGE_SUPPLEMENT, "V12NNNNN", "不均等・朝"),
                                        Concept.of("粉で"))))))
                .containsExactly("不均等 朝 2錠・夕 1錠", "粉で");
        assertThat(DosageWords.of(
                        Dosage.NONE.with(DoseAmounts.of(ONE, Amount.NONE).withMost(TWO))))
                .containsExactly("1回最大 2錠");
        assertThat(DosageWords.of(Dosage.NONE.with(DoseAmounts.of(ONE, Amount.NONE)
                        .withRate(Amount.of("20", "mL/時間"))
                        .inSubstance(true))))
                .containsExactly("速度 20mL/時間", "量は原薬量（力価）");
        assertThat(DosageWords.of(Dosage.NONE
                        .with(DoseAmounts.of(ONE, Amount.NONE))
                        .with(new DoseUsage(
                                Concept.of("朝夕食後"),
                                List.of(Concept.of(CodingSystems.USAGE_SUPPLEMENT, "V12NNNNN", "不均等・朝"))))))
                .as("without amounts of its own the supplement is all there is")
                .containsExactly("不均等・朝");
    }

    @Test
    void aPeriodIsAsPreciseAsItWasSent() {
        assertThat(period("2026-04-01", "2026-04-07", 0)).containsExactly("期間 2026/04/01～2026/04/07");
        assertThat(period("2026-04-01T08:00:00+09:00", "", 0)).containsExactly("期間 2026/04/01 08:00～");
        assertThat(period("", "2026-04-07", 0)).containsExactly("期間 ～2026/04/07");
        assertThat(period("2026-04-01", "", 0))
                .as("it stands in its own column")
                .isEmpty();
        assertThat(period("2026-04-01T08:00", "2026-04-01T12:00", 0))
                .containsExactly("期間 2026/04/01 08:00～2026/04/01 12:00");
        assertThat(period("2026-04", "2026-05", 0)).containsExactly("期間 2026/04～2026/05");
        assertThat(period("", "", 10)).containsExactly("10回分");
    }

    private static List<String> period(String start, String end, int times) {
        return DosageWords.of(Dosage.NONE.with(new DosePeriod(start, end, 0, times)));
    }

    @Test
    void theWayIntoTheBodyIsNamed() {
        var way = new DoseWay(Concept.of("経口"), Concept.of("右眼"), Concept.of("点眼瓶"), Concept.of("点眼"));
        assertThat(DosageWords.of(Dosage.NONE.with(way).with(List.of("冷所"))))
                .containsExactly("部位 右眼", "器具 点眼瓶", "手技 点眼", "冷所");
        var form =
                new DoseWay(Concept.NONE, Concept.NONE, Concept.NONE, Concept.of(CodingSystems.DOSE_FORM, "3", "外用"));
        assertThat(DosageWords.of(Dosage.NONE.with(form))).containsExactly("剤形 外用");
        var handbook = new DoseWay(
                Concept.NONE, Concept.NONE, Concept.NONE, Concept.of(CodingSystems.uri("JAHIS-TC-FORM"), "6", "浸煎"));
        assertThat(DosageWords.of(Dosage.NONE.with(handbook))).containsExactly("剤形 浸煎");
    }

    @Test
    void aMixtureShowsEachPartAndTheWholeBesideIt() {
        var dosage = Dosage.NONE.with(DoseAmounts.of(Amount.of("500", "mL"), Amount.of("1000", "mL")));
        var drug = PrescribedDrug.of("1", Concept.of("混注"), dosage)
                .withDrug(
                        Concept.of("混注"),
                        List.of(
                                new Ingredient(Concept.of("架空糖液"), Amount.of("480", "mL")),
                                new Ingredient(Concept.of("架空注"), Amount.of("20", "mL"))));
        var items = DrugItems.of(drug);
        assertThat(items).extracting(item -> item.name() + " " + item.dose()).containsExactly("架空糖液 480", "架空注 20");
        assertThat(items.getFirst().details()).containsExactly("混注 全量 500mL", "混注 全量の1日量 1000mL");
        assertThat(items.getFirst().daily()).isEmpty();
    }

    @Test
    void everyStepOfADrugIsAnItemAndTheTotalStandsOnce() {
        var drug = PrescribedDrug.of(
                        "1",
                        Concept.of("架空錠"),
                        Dosage.NONE.with(DoseAmounts.of(TWO, Amount.NONE)),
                        Dosage.NONE.with(DoseAmounts.of(ONE, Amount.NONE)
                                .withUneven(List.of(new UnevenDose("朝", TWO), new UnevenDose("夕", ONE)))))
                .withTotal(Amount.of("13", "錠"))
                .withPack(Amount.of("100", "錠"))
                .withBy(Concept.of("架空 看護師"))
                .withInstructions(List.of(Concept.of("粉砕")));
        var items = DrugItems.of(drug);
        assertThat(items).extracting(item -> item.dose() + "/" + item.total()).containsExactly("2/13", "2-1/");
        assertThat(items.getFirst().details()).containsExactly("用法 1／2", "粉砕", "1包装 100錠", "実施者 架空 看護師");
        var undone = DrugItems.of(drug.withStatus(CareStatus.of(CareState.NOT_DONE)));
        assertThat(undone.getFirst().details())
                .as("who did not give it gave nothing")
                .contains("担当者 架空 看護師");
        var plain = DrugItems.of(PrescribedDrug.of("1", Concept.of("架空錠"), Dosage.NONE));
        assertThat(plain.getFirst().details()).isEmpty();
    }

    @Test
    void aThingIsCalledByItsTextElseByItsCodesName() {
        assertThat(Concept.of("urn:x", "A1", "架空").shown()).isEqualTo("架空");
        assertThat(Concept.of("urn:x", "A1", "").shown()).isEqualTo("A1");
        assertThat(Concept.of("urn:x", "", "").isNone()).isTrue();
        assertThat(Concept.of("urn:x", "A1", "").isNone()).isFalse();
        assertThat(Concept.of("urn:x", "A1", "").code("urn:x")).isEqualTo("A1");
        assertThat(Concept.of("urn:x", "A1", "").code("urn:y")).isEmpty();
        assertThat(Concept.of("架空").first().display()).isEqualTo("架空");
        assertThat(new CareStatus(CareState.STOPPED, "発疹").words()).isEqualTo("中止（発疹）");
        assertThat(new CareStatus(CareState.ACTIVE, "予防").words()).isEqualTo("予防");
        assertThat(CareStatus.of(CareState.STOPPED).words()).isEqualTo("中止");
        assertThat(CareStatus.of(CareState.STOPPED).isActive()).isFalse();
        assertThat(Amount.of("", "錠").shown()).isEmpty();
        assertThat(new Amount("1", "", "TAB", "").shown()).isEqualTo("1TAB");
    }

    @Test
    void aDayThatIsNoneIsNotReckonedWith() {
        assertThat(new DosePeriod("2026-04", "2026-13-01", 0, 0).startDay()).isNull();
        assertThat(new DosePeriod("2026-04", "2026-13-01", 0, 0).endDay()).isNull();
        assertThat(new DosePeriod("2026-04-01T08:00", "2026-04-07", 0, 0).startDay())
                .hasToString("2026-04-01");
        assertThat(new DosePeriod("", "2026-04-07", 0, 0).endDay()).hasToString("2026-04-07");
    }
}
