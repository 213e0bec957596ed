package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.ground.design.SvgNumbers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The chart of who supplied which drug when (服薬カレンダー), by class and ingredient. Every month is as wide as another,
/// so headings can stand above it as plain text.
record Gantt(List<YearMonth> months, double now, List<GanttClass> classes) {
    private static final int MONTH = 100;

    /// The drugs of one class (薬効分類).
    ///
    /// @param name empty where no code says the class
    public record GanttClass(String name, List<GanttDrug> drugs) {}

    /// One drug, of whichever facilities (同じ成分).
    public record GanttDrug(List<DrugRow> rows) {}

    /// One drug of one facility.
    public record DrugRow(Course course, List<SupplyBar> bars) {}

    /// Supplies as one bar, cut to the months shown: those that follow each other without a gap and say the same.
    ///
    /// @param daily taken on each of its days: a bar that is not is hollow
    /// @param stopped the sender said that it was stopped
    /// @param times how many supplies it stands for
    public record SupplyBar(
            LocalDate from, LocalDate to, double x, double width, boolean daily, boolean stopped, int times) {
        public String left() {
            return SvgNumbers.number(x);
        }

        public String wide() {
            return SvgNumbers.number(width);
        }

        public String right() {
            return SvgNumbers.number(x + width);
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
                classes(rows));
    }

    public List<DrugRow> rows() {
        return classes.stream()
                .flatMap(one -> one.drugs().stream())
                .flatMap(drug -> drug.rows().stream())
                .toList();
    }

    /// Whether any code told a class, so that classes are worth a heading.
    public boolean classed() {
        return classes.stream().anyMatch(one -> !one.name().isEmpty());
    }

    /// In the order of the first drug of each; what has no class stands last.
    private static List<GanttClass> classes(List<DrugRow> rows) {
        var classes = new ArrayList<GanttClass>();
        for (var drug : drugs(rows)) {
            var name = drug.rows().stream()
                    .map(row -> row.course().identity().className())
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("");
            classes.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new GanttClass(name, new ArrayList<>());
                        classes.add(added);
                        return added;
                    })
                    .drugs()
                    .add(drug);
        }
        return Stream.concat(
                        classes.stream().filter(one -> !one.name().isEmpty()),
                        classes.stream().filter(one -> one.name().isEmpty()))
                .toList();
    }

    private static List<GanttDrug> drugs(List<DrugRow> rows) {
        var drugs = new ArrayList<GanttDrug>();
        for (var row : rows) {
            drugs.stream()
                    .filter(drug -> drug.rows().stream()
                            .anyMatch(other -> other.course()
                                    .identity()
                                    .sameDrug(row.course().identity())))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new GanttDrug(new ArrayList<>());
                        drugs.add(added);
                        return added;
                    })
                    .rows()
                    .add(row);
        }
        return drugs;
    }

    private static List<SupplyBar> bars(Course course, YearMonth first, int months) {
        return folded(course.supplies()).stream()
                .map(fold -> bar(fold, first, months))
                .filter(bar -> bar.width() > 0)
                .toList();
    }

    /// Repeats of the same that leave no day between them are one.
    private static List<SupplyFold> folded(List<Course.Supply> supplies) {
        var folds = new ArrayList<SupplyFold>();
        for (var supply : supplies) {
            var open = folds.isEmpty() ? null : folds.getLast();
            if (open != null && open.goesOnWith(supply)) {
                folds.set(folds.size() - 1, open.with(supply));
            } else {
                folds.add(new SupplyFold(supply, supply.to(), 1));
            }
        }
        return folds;
    }

    /// Supplies that follow each other (同じ内容の繰り返し).
    private record SupplyFold(Course.Supply first, LocalDate to, int times) {
        boolean goesOnWith(Course.Supply next) {
            return !first.stopped()
                    && !next.stopped()
                    && first.daily() == next.daily()
                    && first.dose().equals(next.dose())
                    && !next.from().isAfter(to.plusDays(1));
        }

        SupplyFold with(Course.Supply next) {
            return new SupplyFold(first, next.to().isAfter(to) ? next.to() : to, times + 1);
        }
    }

    private static SupplyBar bar(SupplyFold fold, YearMonth first, int months) {
        var supply = fold.first();
        double from = Math.max(0, x(supply.from(), first));
        double to = Math.min((double) months * MONTH, x(fold.to().plusDays(1), first));
        return new SupplyBar(supply.from(), fold.to(), from, to - from, supply.daily(), supply.stopped(), fold.times());
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
