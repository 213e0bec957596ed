package hmnet.care.medicines;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// For how long which facility supplied which drug (処方日数の計算). Only what was prescribed counts: what
/// was given in the hospital is no supply at home, and a drug without days has no end to draw.
final class Supplies {
    private Supplies() {}

    /// The courses, those that go on first, then by the last day supplied.
    ///
    /// @param grace by how many days a supply may have run out and still count as current
    static List<Course> courses(
            List<ChartEntry> entries, LocalDate today, int grace, Function<FacilityId, String> facilities) {
        var supplies = new LinkedHashMap<LocalDrug, List<Course.Supply>>();
        var names = new LinkedHashMap<LocalDrug, String>();
        for (var entry : entries) {
            if (Extract.read(entry.kind(), entry.extract()) instanceof PrescriptionExtract given
                    && !given.administered()) {
                given.items().stream().filter(item -> item.days() > 0).forEach(item -> {
                    var localDrug = LocalDrug.of(entry, item);
                    names.putIfAbsent(localDrug, item.name());
                    supplies.computeIfAbsent(localDrug, t -> new ArrayList<>()).add(supply(entry, item));
                });
            }
        }
        return supplies.entrySet().stream()
                .map(taken -> course(taken, names, today, grace, facilities))
                .sorted(Comparator.comparing(Course::current)
                        .thenComparing(Supplies::lastDay)
                        .reversed()
                        .thenComparing(Course::drug))
                .toList();
    }

    private static Course.Supply supply(ChartEntry entry, PrescriptionExtract.DrugItem item) {
        var start = item.start() == null ? Timelines.day(entry) : item.start();
        return new Course.Supply(start, start.plusDays(item.days() - 1L));
    }

    private static Course course(
            Map.Entry<LocalDrug, List<Course.Supply>> taken,
            Map<LocalDrug, String> names,
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
                names.getOrDefault(taken.getKey(), ""),
                facilities.apply(taken.getKey().facility()),
                current,
                supplies);
    }

    private static LocalDate lastDay(Course course) {
        return course.supplies().stream()
                .map(Course.Supply::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// A drug as one facility names it; by its code where it has one.
    private record LocalDrug(FacilityId facility, String system, String drug) {
        static LocalDrug of(ChartEntry entry, PrescriptionExtract.DrugItem item) {
            return item.code().isBlank()
                    ? new LocalDrug(entry.facility(), "", item.name())
                    : new LocalDrug(entry.facility(), item.system(), item.code());
        }
    }
}
