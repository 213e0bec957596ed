package hmnet.care.medicines;

import static hmnet.care.viewer.Filed.drug;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.CareState;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugRhythmTest {
    @Test
    void everyRhythmThatLeavesDaysOutIsKnownByItsWords() {
        var weekdays = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        var rhythms = List.of(
                DoseRhythm.DAILY.every(2),
                DoseRhythm.DAILY.every(3),
                DoseRhythm.DAILY.every(14),
                DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.SUNDAY)),
                DoseRhythm.DAILY.inWeeks(1, 0, weekdays),
                DoseRhythm.DAILY.inWeeks(2, 0, weekdays),
                DoseRhythm.DAILY.inWeeks(3, 1, Set.of()),
                DoseRhythm.DAILY.inWeeks(3, 2, Set.of()),
                DoseRhythm.DAILY.inWeeks(0, 2, Set.of()),
                DoseRhythm.DAILY.onDaysOfMonth(List.of(1, 15)));
        assertThat(rhythms).allMatch(DoseRhythm::skipsDays);
        assertThat(rhythms).extracting(DosageWords::rhythm).allMatch(DrugRhythm::skipsDays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "隔日",
                "隔 日",
                "１日おき",
                "週１回",
                "週に2回",
                "1週間に1回",
                "毎週 水曜日",
                "月・木",
                "月、水、金",
                "隔週",
                "２週間ごと",
                "2週に1回",
                "月1回",
                "1か月に1回",
                "透析日のみ",
                "4日内服3日休薬",
                "3日に1回",
                "火曜に服用"
            })
    void wordsOfSendersThatLeaveDaysOutAreKnown(String words) {
        assertThat(DrugRhythm.skipsDays(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1日3回 毎食後",
                "１日１回朝食後",
                "1日に3回",
                "毎日",
                "8時間ごと",
                "朝・昼・夕",
                "不均等 1回目 4錠・2回目 2錠",
                "用法 1／3",
                "期間 2026/11/02 09:00～2026/11/09",
                "時刻 08:00・20:00",
                "14日分",
                "上限 1日に 3錠 まで",
                "1日1回 就寝前",
                "一包化"
            })
    void whatIsTakenEveryDayIsLeftAlone(String words) {
        assertThat(DrugRhythm.skipsDays(words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"隔日, 14", "2日おき（3日ごと）, 21", "毎週 月曜日, 49", "毎週 月・木曜日, 25", "週2回, 25", "2週ごと, 98", "月・水・金, 17", "毎月 1日, 7"
    })
    void sevenDaysOfTakingLastAsLongAsTheWordsSay(String words, int days) {
        assertThat(DrugRhythm.calendarDays(drug("1", "", 7, "", CareState.ACTIVE, "", words), 7))
                .isEqualTo(days);
    }

    @Test
    void whatIsTakenWhenNeededIsStressedAndLeavesNoDaysOut() {
        assertThat(DrugRhythm.stressed("頓用 疼痛時")).isTrue();
        assertThat(DrugRhythm.skipsDays("頓用 疼痛時")).isFalse();
    }
}
