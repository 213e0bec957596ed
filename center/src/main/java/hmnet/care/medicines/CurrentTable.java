package hmnet.care.medicines;

import hmnet.care.medicines.CurrentDrug.DrugTwin;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.viewer.Mark;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The table of the medicines taken now (現在の薬の表): a row for each drug of each facility.
///
/// @param stopped what was stopped while its days still reach today
public record CurrentTable(List<CurrentRow> rows, List<CurrentRow> stopped) {
    /// One drug.
    ///
    /// @param className 薬効分類; empty where no code says it
    /// @param place where it was prescribed, where only its dispensing came; null else
    /// @param until the last day supplied; null where none was sent
    /// @param daysLeft below zero in the days of grace
    /// @param before its amounts before, where its dose changed or its product; empty else
    /// @param handover when and where it was dispensed; null where no dispensing came
    /// @param duplicates who else supplies the same ingredient
    /// @param sameClass what else of its class is supplied
    public record CurrentRow(
            String name,
            String className,
            List<DoseLine> doses,
            List<String> daily,
            String facility,
            @Nullable String department,
            @Nullable String place,
            LocalDate start,
            @Nullable LocalDate until,
            @Nullable Long daysLeft,
            String standing,
            String change,
            String before,
            @Nullable String handover,
            List<String> duplicates,
            List<String> sameClass,
            List<Mark> marks,
            String path) {}

    /// One instruction: its amounts, and how often.
    public record DoseLine(Prescription.Drug drug, String usage) {}

    public static CurrentTable of(
            List<ChartEntry> entries, LocalDate today, String path, Function<FacilityId, String> names, Messages m) {
        var rows = new CurrentRows(today, path, names, m);
        return new CurrentTable(
                CurrentDrugs.of(entries, today, names).stream().map(rows::row).toList(),
                CurrentDrugs.stopped(entries, today, names).stream()
                        .map(rows::row)
                        .toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty() && stopped.isEmpty();
    }

    /// Rows in words.
    private record CurrentRows(LocalDate today, String path, Function<FacilityId, String> names, Messages m) {
        CurrentRow row(CurrentDrug drug) {
            var handover = drug.handover();
            return new CurrentRow(
                    drug.name(),
                    drug.drug().className(),
                    drug.items().stream().map(this::dose).distinct().toList(),
                    drug.items().stream()
                            .map(item -> Prescriptions.words(item.daily(), item.dailyUnit()))
                            .filter(words -> !words.isEmpty())
                            .distinct()
                            .toList(),
                    names.apply(drug.facility()),
                    drug.department(m),
                    drug.place().isBlank() ? null : drug.place(),
                    drug.start(),
                    drug.until(),
                    drug.daysLeft(today),
                    drug.standing().name().toLowerCase(Locale.ROOT),
                    drug.change().name().toLowerCase(Locale.ROOT),
                    drug.amountsBefore(m),
                    handover == null
                            ? null
                            : drug.onlyDispensed()
                                    ? m.t("viewer.medicines.only-dispensed")
                                    : m.t(
                                            "viewer.medicines.dispensed",
                                            m.shortDay(handover.on()),
                                            names.apply(handover.by())),
                    twins(drug, true),
                    twins(drug, false),
                    Mark.allOf(drug.entry()),
                    path + "/records/" + drug.entry().id());
        }

        private List<String> twins(CurrentDrug drug, boolean sameDrug) {
            return drug.twins().stream()
                    .filter(twin -> twin.sameDrug() == sameDrug)
                    .map(this::twin)
                    .toList();
        }

        private String twin(DrugTwin twin) {
            var from = twin.place().isBlank() ? names.apply(twin.facility()) : twin.place();
            return m.t("viewer.medicines.twin", twin.name(), from);
        }

        private DoseLine dose(DrugItem item) {
            return new DoseLine(Prescriptions.drug(item, m), item.usage());
        }
    }

    /// How many rows warn of the same ingredient from two sides.
    public long duplicated() {
        return rows.stream().filter(row -> !row.duplicates().isEmpty()).count();
    }
}
