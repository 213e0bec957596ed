package hmnet.care.summary;

import hmnet.care.cautions.DrugCautions;
import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.care.medicines.CurrentDrug;
import hmnet.care.medicines.CurrentDrug.DrugStanding;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.MedicinesScreen;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.care.viewer.Mark;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody takes now, for a look (現在の薬の要約), as `CurrentDrugs` reckons it: those with a caution first.
///
/// @param kidney impaired by the newest value
record CurrentMedicines(
        LocalDate today, boolean kidney, String path, Function<FacilityId, String> facilities, Messages m) {

    List<CurrentMedicine> of(List<ChartEntry> entries) {
        var supplied = entries.stream()
                .filter(entry -> (entry.kind().mask() & CurrentDrugs.KINDS) != 0)
                .toList();
        var drugs = CurrentDrugs.of(supplied, today, facilities);
        var known = drugs.stream().map(KnownDrug::of).toList();
        return known.stream()
                .map(drug -> line(drug, known))
                .sorted(Comparator.comparing(CurrentMedicine::duplicate)
                        .thenComparing(CurrentMedicine::flagged)
                        .thenComparing(CurrentMedicine::from)
                        .reversed()
                        .thenComparing(CurrentMedicine::name))
                .toList();
    }

    /// A drug and what the table of cautions says of it.
    private record KnownDrug(CurrentDrug drug, Optional<String> substance, Set<DrugCaution> cautions) {
        static KnownDrug of(CurrentDrug drug) {
            return new KnownDrug(drug, DrugCautions.substance(drug.name()), DrugCautions.of(drug.name()));
        }

        /// Another facility supplies the same substance under another name, or both supply an anti-inflammatory. Of
        /// what was only dispensed nobody knows for sure whose prescription it was.
        boolean doubles(KnownDrug other) {
            return !drug.facility().equals(other.drug.facility())
                    && prescribed()
                    && other.prescribed()
                    && substance.isPresent()
                    && (substance.equals(other.substance) || inflammation() && other.inflammation());
        }

        private boolean prescribed() {
            return drug.entry().kind() == RecordKind.PRESCRIPTION;
        }

        private boolean inflammation() {
            return cautions.contains(DrugCaution.NSAID);
        }
    }

    private CurrentMedicine line(KnownDrug known, List<KnownDrug> all) {
        var drug = known.drug();
        var left = drug.daysLeft(today);
        var rps = Prescriptions.rps(drug.items(), m);
        return new CurrentMedicine(
                drug.name(),
                drug.amounts(m),
                rps.stream()
                        .map(MedicinesScreen.Prescription.Rp::usage)
                        .filter(words -> !words.isBlank())
                        .distinct()
                        .collect(Collectors.joining(m.t("viewer.comma"))),
                rps.stream()
                        .flatMap(rp -> rp.drugs().stream())
                        .flatMap(one -> Stream.concat(Stream.ofNullable(one.step()), one.rhythm().stream()))
                        .distinct()
                        .toList(),
                facilities.apply(drug.facility()),
                drug.department(m),
                drug.start(),
                drug.until(),
                left == null ? 0 : left,
                drug.standing() == DrugStanding.UPCOMING,
                drug.handover() != null,
                drug.duplicate() || all.stream().anyMatch(known::doubles),
                known.cautions().stream()
                        .filter(one -> one != DrugCaution.KIDNEY || kidney)
                        .sorted()
                        .toList(),
                path + "/records/" + drug.entry().id(),
                Mark.allOf(drug.entry()));
    }
}
