package hmnet.region.course;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The days on which somebody comes to a hospital (受診日): each illness calls for its next visit, one visit
/// serves all.
///
/// Aimed at: 3 to 8 visits per person and year under care. Chronic illness is followed every one to four
/// months and prescriptions rarely run longer than 90 days, which makes 4 to 6; the healthy come once a year,
/// in-patients and the acutely ill more often.
final class Visits {
    private Visits() {}

    static List<LocalDate> of(Chart chart) {
        var chance = chart.chance("visits");
        var days = new TreeSet<LocalDate>();
        days.add(workday(chart.opened()));
        for (var day = chart.opened(); day.isBefore(chart.plan().today()); ) {
            var next = day.plusDays(Math.max(7, daysUntilNext(chart, day) + chance.between(-9, 9)));
            addIfPast(days, chart, next);
            day = next;
        }
        for (var sickness : chart.sicknesses()) {
            addIfPast(days, chart, sickness.since());
            if (sickness.illness().passes()) {
                addIfPast(days, chart, sickness.since().plusDays(chance.between(6, 9)));
            }
        }
        return new ArrayList<>(days);
    }

    private static void addIfPast(NavigableSet<LocalDate> days, Chart chart, LocalDate day) {
        var workday = workday(day);
        if (workday.isBefore(chart.plan().today())) {
            days.add(workday);
        }
    }

    private static int daysUntilNext(Chart chart, LocalDate day) {
        return chart.sicknesses().stream()
                .filter(sickness -> !sickness.illness().passes() && sickness.isActive(day))
                .mapToInt(sickness -> sickness.illness().everyDays())
                .min()
                .orElse(180);
    }

    private static LocalDate workday(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? day.plusDays(8L - day.getDayOfWeek().getValue()) : day;
    }
}
