package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.ground.design.SvgNumbers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// The chart of who supplied which drug when (服薬カレンダー). Every month is as wide as another, so headings
/// can stand above it as plain text.
record Gantt(List<YearMonth> months, double now, List<DrugRow> rows) {
    private static final int MONTH = 100;

    /// One drug of one facility.
    public record DrugRow(Course course, List<SupplyBar> bars) {}

    /// One supply as a bar, cut to the months shown.
    ///
    /// @param daily taken on each of its days: a bar that is not is hollow
    public record SupplyBar(double x, double width, boolean daily) {
        public String left() {
            return SvgNumbers.number(x);
        }

        public String wide() {
            return SvgNumbers.number(width);
        }
    }

    /// The months up to and with today's.
    public static Gantt of(List<Course> courses, LocalDate today, int months) {
        var last = YearMonth.from(today);
        var first = last.minusMonths(months - 1L);
        var rows = courses.stream()
                .map(course -> new DrugRow(course, bars(course, first, months)))
                .filter(row -> !row.bars().isEmpty())
                .toList();
        return new Gantt(
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(months)
                        .toList(),
                x(today, first),
                rows);
    }

    private static List<SupplyBar> bars(Course course, YearMonth first, int months) {
        return course.supplies().stream()
                .map(supply -> bar(
                        Math.max(0, x(supply.from(), first)),
                        Math.min((double) months * MONTH, x(supply.to().plusDays(1), first)),
                        supply.daily()))
                .filter(bar -> bar.width() > 0)
                .toList();
    }

    private static SupplyBar bar(double from, double to, boolean daily) {
        return new SupplyBar(from, to - from, daily);
    }

    private static double x(LocalDate day, YearMonth first) {
        var month = YearMonth.from(day);
        return MONTH * (first.until(month, ChronoUnit.MONTHS) + (day.getDayOfMonth() - 1.0) / month.lengthOfMonth());
    }

    public int width() {
        return MONTH * months.size();
    }

    public String today() {
        return SvgNumbers.number(now);
    }
}
