package hmnet.care.drughistory;

import hmnet.care.medicines.DrugIdentity;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which prescription a dispensing answers (処方と調剤の対応): the one that bears a number of it; else the newest of the
/// days before with a drug in common, where the dispenser names its facility or names none.
final class DispensingLinks {
    /// A prescription is dispensed within four days, weekends aside.
    static final int WITHIN_DAYS = 7;

    private final List<ChartEntry> prescriptions;
    private final Map<UUID, Set<UUID>> numbered;
    private final Function<FacilityId, String> names;

    /// @param entries prescriptions, among others
    /// @param numbered for a dispensing the records that bear a number of it
    private DispensingLinks(
            List<ChartEntry> entries, Map<UUID, Set<UUID>> numbered, Function<FacilityId, String> names) {
        this.prescriptions = entries.stream()
                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                .sorted(Comparator.comparing(ChartEntry::occurredAt).reversed())
                .toList();
        this.numbered = numbered;
        this.names = names;
    }

    /// From each dispensing that answers one to its prescription.
    static Map<UUID, ChartEntry> of(
            List<ChartEntry> entries, Map<UUID, Set<UUID>> numbered, Function<FacilityId, String> names) {
        var links = new DispensingLinks(entries, numbered, names);
        var found = new HashMap<UUID, ChartEntry>();
        entries.stream()
                .filter(entry -> entry.kind() == RecordKind.DISPENSING)
                .forEach(entry -> Stream.concat(links.byNumber(entry), links.byDrug(entry))
                        .findFirst()
                        .ifPresent(prescription -> found.put(entry.id(), prescription)));
        return found;
    }

    private Stream<ChartEntry> byNumber(ChartEntry dispensing) {
        var same = numbered.getOrDefault(dispensing.id(), Set.of());
        return prescriptions.stream().filter(entry -> same.contains(entry.id()));
    }

    private Stream<ChartEntry> byDrug(ChartEntry dispensing) {
        var on = Timelines.day(dispensing);
        var extract = extract(dispensing);
        var drugs = drugs(dispensing, extract);
        return prescriptions.stream()
                .filter(entry -> within(Timelines.day(entry), on))
                .filter(entry -> extract.place().isBlank()
                        || DrugIdentity.folded(extract.place())
                                .equals(DrugIdentity.folded(names.apply(entry.facility()))))
                .filter(entry -> drugs(entry, extract(entry)).stream()
                        .anyMatch(drug -> drugs.stream().anyMatch(drug::sameDrug)));
    }

    private static boolean within(LocalDate prescribed, LocalDate dispensed) {
        return !dispensed.isBefore(prescribed) && !dispensed.isAfter(prescribed.plusDays(WITHIN_DAYS));
    }

    private static PrescriptionExtract extract(ChartEntry entry) {
        return (PrescriptionExtract) entry.extract().read();
    }

    private static List<DrugIdentity> drugs(ChartEntry entry, PrescriptionExtract extract) {
        return extract.items().stream()
                .map(item -> DrugIdentity.of(entry, item))
                .toList();
    }
}
