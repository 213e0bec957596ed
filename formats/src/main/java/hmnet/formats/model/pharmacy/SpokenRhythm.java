package hmnet.formats.model.pharmacy;

import hmnet.formats.base.Width;
import hmnet.formats.model.chart.DoseRhythm;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// On which days and when, in words (投与間隔の言葉), for formats that have no column for it, and such words
/// read again. Only what says nothing else is understood: of 「奇数日」 nothing is guessed.
public final class SpokenRhythm {
    private static final String DAYS = "月火水木金土日";
    private static final Pattern EVERY_DAYS = Pattern.compile("([1-9])日おき(?:\\(\\d+日ごと\\))?");
    private static final Pattern EVERY_WEEKS = Pattern.compile("(\\d{1,2})週ごと");
    private static final Pattern WEEKDAYS = Pattern.compile("(?:毎週 ?)?([月火水木金土日](?:曜日?)?(?:[・、,][月火水木金土日](?:曜日?)?)*)");
    private static final Pattern TIMES_A_WEEK = Pattern.compile("週([1-9])回");
    private static final Pattern MONTH_DAYS = Pattern.compile("毎月 ?((?:\\d{1,2}日[・、]?)+)");
    private static final Pattern TIMES_A_DAY = Pattern.compile("1日(\\d{1,2})回");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})時間[ごお][とき]");
    private static final Pattern CLOCK = Pattern.compile("時刻 ?(\\d{2}:\\d{2}(?:[・、]\\d{2}:\\d{2})*)");

    private SpokenRhythm() {}

    static String everyDays(int days) {
        return days == 1 ? "毎日" : days == 2 ? "隔日" : (days - 1) + "日おき";
    }

    static String everyWeeks(int weeks) {
        return weeks + "週ごと";
    }

    static String weekdays(Set<DayOfWeek> days) {
        return Arrays.stream(DayOfWeek.values())
                .filter(days::contains)
                .map(day -> DAYS.charAt(day.getValue() - 1) + "曜日")
                .collect(Collectors.joining("、"));
    }

    static String timesAWeek(int times) {
        return "週" + times + "回";
    }

    static String monthDays(List<Integer> days) {
        return "毎月" + days.stream().map(day -> day + "日").collect(Collectors.joining("、"));
    }

    /// What a rhythm says beyond what another already says, each in its own words.
    static List<String> words(DoseRhythm rhythm, DoseRhythm said) {
        var words = new ArrayList<String>();
        if (rhythm.everyDays() > 0 && rhythm.everyDays() != said.everyDays()) {
            words.add(everyDays(rhythm.everyDays()));
        }
        if (rhythm.everyWeeks() > 0 && rhythm.everyWeeks() != said.everyWeeks()) {
            words.add(everyWeeks(rhythm.everyWeeks()));
        }
        if (!rhythm.weekdays().isEmpty() && !rhythm.weekdays().equals(said.weekdays())) {
            words.add(weekdays(rhythm.weekdays()));
        }
        if (rhythm.timesAWeek() > 0 && rhythm.timesAWeek() != said.timesAWeek()) {
            words.add(timesAWeek(rhythm.timesAWeek()));
        }
        if (!rhythm.monthDays().isEmpty() && !rhythm.monthDays().equals(said.monthDays())) {
            words.add(monthDays(rhythm.monthDays()));
        }
        if (rhythm.timesADay() > 0 && rhythm.timesADay() != said.timesADay()) {
            words.add("1日" + rhythm.timesADay() + "回");
        }
        if (rhythm.hoursApart() > 0 && rhythm.hoursApart() != said.hoursApart()) {
            words.add(rhythm.hoursApart() + "時間ごと");
        }
        if (!rhythm.clock().isEmpty() && !rhythm.clock().equals(said.clock())) {
            words.add("時刻 " + String.join("・", rhythm.clock()));
        }
        return words;
    }

    /// Empty for words that say no rhythm, more than one, or one that contradicts what is known.
    public static Optional<DoseRhythm> read(DoseRhythm known, String words) {
        var plain = Width.folded(words).strip();
        return switch (plain) {
            case "毎日" -> Optional.of(known.every(1)).filter(all -> known.everyDays() == 0);
            case "隔日", "隔日投与", "1日おき", "隔日(1日おき)" -> everyDays(known, 2);
            default -> days(known, plain).or(() -> weeks(known, plain)).or(() -> day(known, plain));
        };
    }

    private static Optional<DoseRhythm> everyDays(DoseRhythm known, int days) {
        return known.everyDays() == 0 || known.everyDays() == days ? Optional.of(known.every(days)) : Optional.empty();
    }

    private static Optional<DoseRhythm> days(DoseRhythm known, String words) {
        var every = EVERY_DAYS.matcher(words);
        if (every.matches()) {
            return everyDays(known, Integer.parseInt(every.group(1)) + 1);
        }
        var month = MONTH_DAYS.matcher(words);
        if (month.matches() && known.monthDays().isEmpty()) {
            var days = Arrays.stream(month.group(1).split("\\D+"))
                    .map(Integer::valueOf)
                    .toList();
            return days.stream().allMatch(day -> day > 0 && day <= 31)
                    ? Optional.of(known.onDaysOfMonth(days))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<DoseRhythm> weeks(DoseRhythm known, String words) {
        var weeks = EVERY_WEEKS.matcher(words);
        if (weeks.matches() && known.everyWeeks() == 0) {
            return Optional.of(known.inWeeks(Integer.parseInt(weeks.group(1)), known.timesAWeek(), known.weekdays()));
        }
        var times = TIMES_A_WEEK.matcher(words);
        if (times.matches() && known.timesAWeek() == 0) {
            return Optional.of(known.inWeeks(known.everyWeeks(), Integer.parseInt(times.group(1)), known.weekdays()));
        }
        var weekdays = WEEKDAYS.matcher(words);
        return weekdays.matches() && words.contains("曜") && known.weekdays().isEmpty()
                ? Optional.of(known.inWeeks(known.everyWeeks(), known.timesAWeek(), named(weekdays.group(1))))
                : Optional.empty();
    }

    private static Set<DayOfWeek> named(String words) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : words.split("[・、,]", -1)) {
            days.add(DayOfWeek.of(DAYS.indexOf(word.charAt(0)) + 1));
        }
        return days;
    }

    private static Optional<DoseRhythm> day(DoseRhythm known, String words) {
        var times = TIMES_A_DAY.matcher(words);
        if (times.matches() && known.timesADay() == 0) {
            return Optional.of(known.inADay(Integer.parseInt(times.group(1)), known.hoursApart(), known.clock()));
        }
        var hours = HOURS.matcher(words);
        if (hours.matches() && known.hoursApart() == 0) {
            return Optional.of(known.inADay(known.timesADay(), Integer.parseInt(hours.group(1)), known.clock()));
        }
        var clock = CLOCK.matcher(words);
        return clock.matches() && known.clock().isEmpty()
                ? Optional.of(known.inADay(
                        known.timesADay(),
                        known.hoursApart(),
                        List.of(clock.group(1).split("[・、]"))))
                : Optional.empty();
    }
}
