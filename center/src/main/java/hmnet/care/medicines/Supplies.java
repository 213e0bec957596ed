package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.medicines.MedicinesScreen.Course.CourseAct;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For how long which facility supplied which drug (処方日数の計算). Only what was prescribed and still
/// stands counts: what was given in the hospital is no supply at home, what was stopped or not handed over is
/// none, and a drug without days and without a last day has no end to draw.
final class Supplies {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,6})?");

    private Supplies() {}

    /// The courses, those that go on first, then by the last day supplied: what was prescribed by itself, what was
    /// dispensed by itself.
    ///
    /// @param grace by how many days a supply may have run out and still count as current
    static List<Course> courses(
            List<ChartEntry> entries, LocalDate today, int grace, Function<FacilityId, String> facilities) {
        return DrugLine.of(entries).stream()
                .map(line -> course(line, facilities.apply(line.drug().facility()), today, grace))
                .filter(course -> !course.supplies().isEmpty())
                .sorted(Comparator.comparing(Course::current)
                        .thenComparing(Supplies::lastDay)
                        .reversed()
                        .thenComparing(Course::drug))
                .toList();
    }

    static boolean counts(DrugItem item) {
        return item.isCurrent() && hasDays(item);
    }

    private static boolean hasDays(DrugItem item) {
        return item.days() > 0 || item.start() != null && item.end() != null;
    }

    /// Until the last day that was sent, else for its days. Days are days of supply; where what is handed over
    /// proves that they count the days on which a drug that skips some is taken, they last longer.
    static Course.Supply supply(ChartEntry entry, DrugItem item) {
        boolean daily = !DrugRhythm.skipsDays(item);
        boolean stopped = item.state() == CareState.STOPPED;
        return new Course.Supply(start(entry, item), until(entry, item), daily, dose(item), stopped);
    }

    private static LocalDate start(ChartEntry entry, DrugItem item) {
        return item.start() == null ? Timelines.day(entry) : item.start();
    }

    /// The last day of a supply, by itself: words are read only where days may not be those of the calendar.
    static LocalDate until(ChartEntry entry, DrugItem item) {
        var start = start(entry, item);
        return item.end() != null && !item.end().isBefore(start)
                ? item.end()
                : start.plusDays(Math.max(1, calendarDays(item)) - 1L);
    }

    private static String dose(DrugItem item) {
        return Stream.of(
                        Prescriptions.words(item.dose(), item.doseUnit()),
                        Prescriptions.words(item.daily(), item.dailyUnit()),
                        item.usage())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static int calendarDays(DrugItem item) {
        return countsTimes(item) ? DrugRhythm.calendarDays(item, item.days()) : item.days();
    }

    /// One day's amount, once for each of the days, is all that is handed over.
    private static boolean countsTimes(DrugItem item) {
        return NUMBER.matcher(item.daily()).matches()
                && NUMBER.matcher(item.total()).matches()
                && new BigDecimal(item.daily())
                                .multiply(BigDecimal.valueOf(item.days()))
                                .compareTo(new BigDecimal(item.total()))
                        == 0
                && DrugRhythm.skipsDays(item);
    }

    private static Course course(DrugLine line, String facility, LocalDate today, int grace) {
        var supplied = line.uses().stream()
                .flatMap(use ->
                        use.items().stream().filter(Supplies::drawn).map(item -> new SuppliedItem(use.entry(), item)))
                .toList();
        return new Course(
                line.drug(),
                line.kind() == RecordKind.DISPENSING ? CourseAct.DISPENSED : CourseAct.PRESCRIBED,
                facility,
                supplied.stream().anyMatch(one -> one.reaches(today, grace)),
                rhythm(supplied),
                supplied.stream()
                        .map(SuppliedItem::supply)
                        .distinct()
                        .sorted(Comparator.comparing(Course.Supply::from))
                        .toList());
    }

    /// What was taken for some days, and what was stopped: of that the days that were meant, or until it was.
    private static boolean drawn(DrugItem item) {
        return counts(item) || item.state() == CareState.STOPPED && hasDays(item);
    }

    /// As the newest prescription says it.
    private static String rhythm(List<SuppliedItem> newestFirst) {
        return newestFirst.stream()
                .filter(supplied ->
                        supplied.entry().equals(newestFirst.getFirst().entry()))
                .flatMap(supplied -> DrugRhythm.skipping(supplied.item()).stream())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static LocalDate lastDay(Course course) {
        return course.supplies().stream()
                .map(Course.Supply::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// One drug of one prescription.
    private record SuppliedItem(ChartEntry entry, DrugItem item) {
        Course.Supply supply() {
            return Supplies.supply(entry, item);
        }

        /// Days of grace are for those who skipped some: a last day that was sent is the last.
        boolean reaches(LocalDate today, int grace) {
            return item.isCurrent()
                    && !Supplies.until(entry, item)
                            .plusDays(item.end() == null ? grace : 0)
                            .isBefore(today);
        }
    }
}
