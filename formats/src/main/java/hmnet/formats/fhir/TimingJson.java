package hmnet.formats.fhir;

import hmnet.formats.base.Width;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a drug is taken, as FHIR's Timing (投与時期): the usage code, and what its fields can say without saying
/// anything else. Three times every other day is no `frequency` 3 in a `period` of 2: that would be three times in two
/// days.
final class TimingJson {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
    private static final Pattern TIMES_A_DAY = Pattern.compile("1日([1-9])回");

    private TimingJson() {}

    /// So many times in such a period, on such days, at such times. R4: where `timeOfDay` stands,
    /// frequency and period do not.
    ///
    /// @param frequency 0 where nobody said how often
    private record RepeatFields(int frequency, int period, String unit, Set<DayOfWeek> days, List<String> clock) {
        static RepeatFields of(int frequency, int period, String unit) {
            return new RepeatFields(frequency, period, unit, Set.of(), List.of());
        }

        RepeatFields on(Set<DayOfWeek> named) {
            return new RepeatFields(frequency, period, unit, named, clock);
        }
    }

    static void write(FhirJson json, Dosage dosage) {
        var repeat = repeat(dosage);
        if (repeat == null && dosage.usage().usage().codes().isEmpty()) {
            return;
        }
        json.open("timing");
        if (repeat != null) {
            json.open("repeat");
            number(json, "frequency", repeat.frequency());
            number(json, "period", repeat.period());
            json.text("periodUnit", repeat.unit()).openList("dayOfWeek");
            Arrays.stream(DayOfWeek.values())
                    .filter(repeat.days()::contains)
                    .forEach(day -> json.value(day.name().substring(0, 3).toLowerCase(Locale.ROOT)));
            json.closeList().openList("timeOfDay");
            repeat.clock().forEach(json::value);
            json.closeList().close();
        }
        if (!dosage.usage().usage().codes().isEmpty()) {
            json.concept("code", dosage.usage().usage());
        }
        json.close();
    }

    /// What fields and codes say of a rhythm; the rest must stand in words.
    static DoseRhythm said(Dosage dosage) {
        var rhythm = dosage.rhythm();
        var repeat = repeat(dosage);
        var usage = StandardUsage.rhythm(dosage.usage().usage().code(CodingSystems.USAGE), List.of());
        boolean weekly = rhythm.weekdays().isEmpty() && rhythm.timesAWeek() == 0 && rhythm.everyWeeks() == 1;
        if (repeat == null) {
            return DoseRhythm.DAILY
                    .every(rhythm.everyDays() == 1 ? 0 : rhythm.everyDays())
                    .inWeeks(weekly ? 0 : rhythm.everyWeeks(), rhythm.timesAWeek(), rhythm.weekdays())
                    .onDaysOfMonth(rhythm.monthDays())
                    .inADay(usage.timesADay(), usage.hoursApart(), List.of());
        }
        boolean daily = repeat.unit().equals("d") && repeat.period() == 1;
        boolean atTimes = repeat.clock().size() == rhythm.clock().size();
        boolean named = repeat.frequency() > 0 && !repeat.days().isEmpty();
        boolean counted = daily && repeat.frequency() == rhythm.timesADay()
                || named
                        && repeat.frequency()
                                == rhythm.timesADay() * repeat.days().size()
                || atTimes && repeat.clock().size() == rhythm.timesADay();
        return DoseRhythm.DAILY
                .every(rhythm.everyDays() == 1 && !daily ? 0 : rhythm.everyDays())
                .inWeeks(rhythm.everyWeeks(), rhythm.timesAWeek(), rhythm.weekdays())
                .inADay(
                        counted ? rhythm.timesADay() : usage.timesADay(),
                        repeat.unit().equals("h") ? rhythm.hoursApart() : usage.hoursApart(),
                        atTimes ? rhythm.clock() : List.of());
    }

    /// Whether the days on which it is taken stand in fields; else the supplements say them.
    static boolean saysDays(Dosage dosage) {
        return repeat(dosage) != null;
    }

    /// Null where no field can say it and nothing more.
    private static @Nullable RepeatFields repeat(Dosage dosage) {
        var rhythm = dosage.rhythm();
        if (!rhythm.monthDays().isEmpty()) {
            return null;
        }
        int times = timesADay(dosage);
        boolean weeks = rhythm.everyWeeks() > 0
                || rhythm.timesAWeek() > 0
                || !rhythm.weekdays().isEmpty();
        var clock = rhythm.clock().stream()
                .map(TimingJson::time)
                .filter(time -> !time.isEmpty())
                .toList();
        if (!clock.isEmpty()) {
            return rhythm.everyDays() <= 1 && (!weeks || isEveryWeek(rhythm))
                    ? new RepeatFields(0, 0, "", rhythm.weekdays(), clock)
                    : null;
        }
        if (weeks) {
            return rhythm.everyDays() > 1 ? null : weeks(rhythm, times);
        }
        if (rhythm.everyDays() > 1) {
            return times == 1 ? RepeatFields.of(1, rhythm.everyDays(), "d") : null;
        }
        if (rhythm.timesADay() == 0 && rhythm.hoursApart() > 0) {
            return RepeatFields.of(1, rhythm.hoursApart(), "h");
        }
        return rhythm.timesADay() > 0 || rhythm.everyDays() == 1 && times > 0 ? RepeatFields.of(times, 1, "d") : null;
    }

    private static boolean isEveryWeek(DoseRhythm rhythm) {
        return !rhythm.weekdays().isEmpty()
                && rhythm.everyWeeks() <= 1
                && (rhythm.timesAWeek() == 0
                        || rhythm.timesAWeek() == rhythm.weekdays().size());
    }

    /// On named days so many times in a week, so that whoever overlooks the days still reads a week and no
    /// day.
    private static @Nullable RepeatFields weeks(DoseRhythm rhythm, int times) {
        var days = rhythm.weekdays();
        int weeks = Math.max(1, rhythm.everyWeeks());
        if (!days.isEmpty()) {
            boolean each = rhythm.timesAWeek() == 0 || rhythm.timesAWeek() == days.size();
            if (each && times > 0) {
                return RepeatFields.of(times * days.size(), weeks, "wk").on(days);
            }
            return each && weeks == 1 ? RepeatFields.of(0, 0, "").on(days) : null;
        }
        if (rhythm.timesAWeek() > 0) {
            return times > 1 ? null : RepeatFields.of(rhythm.timesAWeek(), weeks, "wk");
        }
        return times == 1 ? RepeatFields.of(1, weeks, "wk") : null;
    }

    /// As its rhythm, its code or its words say it; 0 where none does.
    private static int timesADay(Dosage dosage) {
        if (dosage.rhythm().timesADay() > 0) {
            return dosage.rhythm().timesADay();
        }
        var usage = dosage.usage().usage();
        int coded =
                StandardUsage.rhythm(usage.code(CodingSystems.USAGE), List.of()).timesADay();
        var said = TIMES_A_DAY.matcher(Width.folded(usage.shown()));
        return coded > 0 ? coded : said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    /// FHIR's time of day; the end of one day is the start of the next. Empty where it is none.
    private static String time(String clock) {
        var time = clock.length() == 5 ? clock + ":00" : clock;
        if (time.equals("24:00:00")) {
            return "00:00:00";
        }
        return TIME.matcher(time).matches() ? time : "";
    }

    private static void number(FhirJson json, String name, int number) {
        if (number > 0) {
            json.number(name, String.valueOf(number));
        }
    }
}
