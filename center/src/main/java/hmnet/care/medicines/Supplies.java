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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        var supplies = new LinkedHashMap<LocalDrug, List<Course.Supply>>();
        var first = new LinkedHashMap<LocalDrug, DrugItem>();
        for (var entry : entries) {
            if (Extract.read(entry.kind(), entry.extract()) instanceof PrescriptionExtract given
                    && !given.administered()) {
                given.items().stream().filter(Supplies::counts).forEach(item -> {
                    var localDrug = LocalDrug.of(entry, item);
                    first.putIfAbsent(localDrug, item);
                    supplies.computeIfAbsent(localDrug, t -> new ArrayList<>()).add(supply(entry, item));
                });
            }
        }
        return supplies.entrySet().stream()
                .map(taken -> course(taken, first.get(taken.getKey()), today, grace, facilities))
                .sorted(Comparator.comparing(Course::current)
                        .thenComparing(Supplies::lastDay)
                        .reversed()
                        .thenComparing(Course::drug))
                .toList();
    }

    private static boolean counts(DrugItem item) {
        return item.isCurrent() && (item.days() > 0 || item.start() != null && item.end() != null);
    }

    /// Until the last day that was sent, else for its days. Days are days of supply; where what is handed over
    /// proves that they count the days on which a drug that skips some is taken, they last longer.
    private static Course.Supply supply(ChartEntry entry, DrugItem item) {
        var start = item.start() == null ? Timelines.day(entry) : item.start();
        if (item.end() != null && !item.end().isBefore(start)) {
            return new Course.Supply(start, item.end());
        }
        return new Course.Supply(start, start.plusDays(calendarDays(item) - 1L));
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

    private static Course course(
            Map.Entry<LocalDrug, List<Course.Supply>> taken,
            @Nullable DrugItem drug,
            LocalDate today,
            int grace,
            Function<FacilityId, String> facilities) {
        var supplies = taken.getValue().stream()
                .distinct()
                .sorted(Comparator.comparing(Course.Supply::from))
                .toList();
        var current = supplies.stream()
                .anyMatch(supply -> !supply.to().plusDays(grace).isBefore(today));
        return new Course(
                drug == null ? "" : drug.name(),
                facilities.apply(taken.getKey().facility()),
                current,
                drug == null ? "" : rhythm(drug),
                supplies);
    }

    /// As the newest supply says it.
    private static String rhythm(DrugItem drug) {
        var words = DrugRhythm.words(drug).stream()
                .filter(DrugRhythm::skipsDays)
                .collect(Collectors.joining(" "));
        return words.isEmpty() && DrugRhythm.skipsDays(drug) ? String.join(" ", drug.notes()) : words;
    }

    private static LocalDate lastDay(Course course) {
        return course.supplies().stream()
                .map(Course.Supply::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
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
