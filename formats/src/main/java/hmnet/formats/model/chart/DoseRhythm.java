package hmnet.formats.model.chart;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/// On which days and when (投与間隔), as far as it can be reckoned with; what cannot stands in words.
///
/// @param everyDays 1 every day, 2 every other day; 0 where days do not say it
/// @param everyWeeks 1 every week, 2 every other; 0 where weeks do not say it
/// @param timesAWeek 0 where not said
/// @param monthDays days of a month, empty where months do not say it
/// @param timesADay 0 where not said
/// @param hoursApart every so many hours; 0 where not said
/// @param clock times of day, such as `08:00`
/// @param asNeeded 頓用
/// @param condition for what it is taken (疼痛時), of what it depends (血糖 200 以上)
/// @param limit how much at most (1日2回まで)
public record DoseRhythm(
        int everyDays,
        int everyWeeks,
        int timesAWeek,
        Set<DayOfWeek> weekdays,
        List<Integer> monthDays,
        int timesADay,
        int hoursApart,
        List<String> clock,
        boolean asNeeded,
        Concept condition,
        DoseLimit limit) {
    /// Nothing said against every day.
    public static final DoseRhythm DAILY =
            new DoseRhythm(0, 0, 0, Set.of(), List.of(), 0, 0, List.of(), false, Concept.NONE, DoseLimit.NONE);
    public static final DoseRhythm AS_NEEDED = DAILY.whenNeeded(Concept.NONE);

    public DoseRhythm every(int days) {
        return onDays(days, everyWeeks, timesAWeek, weekdays, monthDays);
    }

    public DoseRhythm inWeeks(int weeks, int times, Set<DayOfWeek> days) {
        return onDays(everyDays, weeks, times, days, monthDays);
    }

    public DoseRhythm onDaysOfMonth(List<Integer> days) {
        return onDays(everyDays, everyWeeks, timesAWeek, weekdays, days);
    }

    public DoseRhythm inADay(int times, int hours, List<String> at) {
        return new DoseRhythm(
                everyDays, everyWeeks, timesAWeek, weekdays, monthDays, times, hours, at, asNeeded, condition, limit);
    }

    public DoseRhythm whenNeeded(Concept why) {
        return needed(true, why, limit);
    }

    public DoseRhythm dependingOn(Concept what) {
        return needed(asNeeded, what, limit);
    }

    public DoseRhythm limited(DoseLimit most) {
        return needed(asNeeded, condition, most);
    }

    private DoseRhythm onDays(int days, int weeks, int times, Set<DayOfWeek> named, List<Integer> ofMonth) {
        return new DoseRhythm(
                days, weeks, times, named, ofMonth, timesADay, hoursApart, clock, asNeeded, condition, limit);
    }

    private DoseRhythm needed(boolean only, Concept why, DoseLimit most) {
        return new DoseRhythm(
                everyDays, everyWeeks, timesAWeek, weekdays, monthDays, timesADay, hoursApart, clock, only, why, most);
    }

    /// Whether some days are left out.
    public boolean skipsDays() {
        return everyDays > 1 || everyWeeks > 0 || timesAWeek > 0 || !weekdays.isEmpty() || !monthDays.isEmpty();
    }

    /// How much at most (上限).
    ///
    /// @param amount in `per`, both `Amount.NONE` where only words say it
    public record DoseLimit(Amount amount, Amount per, String words) {
        public static final DoseLimit NONE = of("");

        public static DoseLimit of(String words) {
            return new DoseLimit(Amount.NONE, Amount.NONE, words);
        }
    }
}
