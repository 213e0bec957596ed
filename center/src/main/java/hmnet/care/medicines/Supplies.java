package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// For how long which facility supplied which drug (処方日数の計算). Only what was prescribed and still
/// stands counts: what was given in the hospital is no supply at home, what was stopped or not handed over is
/// none, and a drug without days and without a last day has no end to draw.
final class Supplies {
    private static final String NUMBER = "[0-9]{1,9}([.][0-9]{1,6})?";

    private Supplies() {}

    /// The courses, those that go on first, then by the last day supplied.
    ///
    /// @param grace by how many days a supply may have run out and still count as current
    static List<Course> courses(
            List<ChartEntry> entries, LocalDate today, int grace, Function<FacilityId, String> facilities) {
        var taken = new LinkedHashMap<LocalDrug, List<SuppliedItem>>();
        for (var entry : entries) {
            if (Extract.read(entry.kind(), entry.extract()) instanceof PrescriptionExtract given
                    && !given.administered()) {
                given.items().stream()
                        .filter(Supplies::counts)
                        .forEach(item -> taken.computeIfAbsent(LocalDrug.of(entry, item), t -> new ArrayList<>())
                                .add(new SuppliedItem(entry, item)));
            }
        }
        return taken.entrySet().stream()
                .map(drug -> course(facilities.apply(drug.getKey().facility()), drug.getValue(), today, grace))
                .sorted(Comparator.comparing(Course::current)
                        .thenComparing(Supplies::lastDay)
                        .reversed()
                        .thenComparing(Course::drug))
                .toList();
    }

    static boolean counts(DrugItem item) {
        return item.isCurrent() && (item.days() > 0 || item.start() != null && item.end() != null);
    }

    /// Until the last day that was sent, else for its days. Days are days of supply; where what is handed over
    /// proves that they count the days on which a drug that skips some is taken, they last longer.
    static Course.Supply supply(ChartEntry entry, DrugItem item) {
        var start = item.start() == null ? Timelines.day(entry) : item.start();
        boolean daily = !DrugRhythm.skipsDays(item);
        if (item.end() != null && !item.end().isBefore(start)) {
            return new Course.Supply(start, item.end(), daily);
        }
        return new Course.Supply(start, start.plusDays(calendarDays(item) - 1L), daily);
    }

    private static int calendarDays(DrugItem item) {
        return countsTimes(item) ? DrugRhythm.calendarDays(item, item.days()) : item.days();
    }

    /// One day's amount, once for each of the days, is all that is handed over.
    private static boolean countsTimes(DrugItem item) {
        return DrugRhythm.skipsDays(item)
                && item.daily().matches(NUMBER)
                && item.total().matches(NUMBER)
                && new BigDecimal(item.daily())
                                .multiply(BigDecimal.valueOf(item.days()))
                                .compareTo(new BigDecimal(item.total()))
                        == 0;
    }

    private static Course course(String facility, List<SuppliedItem> newestFirst, LocalDate today, int grace) {
        var supplies = newestFirst.stream()
                .map(SuppliedItem::supply)
                .distinct()
                .sorted(Comparator.comparing(Course.Supply::from))
                .toList();
        var current = newestFirst.stream().anyMatch(supplied -> supplied.reaches(today, grace));
        return new Course(newestFirst.getFirst().item().name(), facility, current, rhythm(newestFirst), supplies);
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
            return !supply().to().plusDays(item.end() == null ? grace : 0).isBefore(today);
        }
    }

    /// A drug as one facility names it; by its code where it has one.
    private record LocalDrug(FacilityId facility, String system, String drug) {
        static LocalDrug of(ChartEntry entry, DrugItem item) {
            return item.code().isBlank()
                    ? new LocalDrug(entry.facility(), "", item.name())
                    : new LocalDrug(entry.facility(), item.system(), item.code());
        }
    }
}
