package hmnet.care.medicines;

import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One drug of one facility, entry after entry (一つの薬の経過): prescriptions by themselves, dispensings by themselves.
///
/// @param uses the newest first
record DrugLine(RecordKind kind, DrugIdentity drug, List<DrugUse> uses) {
    /// What one entry says of the drug.
    ///
    /// @param place where it was prescribed, as a dispenser says it
    record DrugUse(ChartEntry entry, String place, List<DrugItem> items) {
        /// Those that stand, and are neither stopped nor not given.
        List<DrugItem> standing() {
            return items.stream().filter(DrugItem::isCurrent).toList();
        }

        /// The first day of what stands.
        LocalDate start() {
            return standing().stream()
                    .map(DrugItem::start)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(Timelines.day(entry));
        }

        /// The last day of what stands, null where nothing says it.
        @Nullable
        LocalDate until() {
            return standing().stream()
                    .filter(Supplies::counts)
                    .map(item -> Supplies.until(entry, item))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        /// Days of grace are for those who skipped some: a last day that was sent is the last.
        boolean endIsSent() {
            return standing().stream().filter(Supplies::counts).allMatch(item -> item.end() != null);
        }
    }

    /// What was given in a hospital is no line: it is no supply.
    static List<DrugLine> of(List<ChartEntry> entries) {
        var lines = new ArrayList<DrugLine>();
        entries.stream()
                .filter(entry -> (entry.kind().mask() & CurrentDrugs.KINDS) != 0)
                .sorted(Comparator.comparing(ChartEntry::occurredAt).reversed())
                .forEach(entry -> add(lines, entry));
        return lines;
    }

    private static void add(List<DrugLine> lines, ChartEntry entry) {
        if (!(entry.extract().read() instanceof PrescriptionExtract extract) || extract.administered()) {
            return;
        }
        for (var item : extract.items()) {
            var uses = line(lines, entry, DrugIdentity.of(entry, item)).uses();
            if (isOf(uses, entry)) {
                uses.getLast().items().add(item);
            } else {
                uses.add(new DrugUse(entry, extract.place(), new ArrayList<>(List.of(item))));
            }
        }
    }

    private static boolean isOf(List<DrugUse> uses, ChartEntry entry) {
        return !uses.isEmpty() && uses.getLast().entry().id().equals(entry.id());
    }

    /// Entry after entry the code tells a drug, whatever it is called. Two names under one code in one entry are two
    /// drugs, and neither hides the other.
    private static DrugLine line(List<DrugLine> lines, ChartEntry entry, DrugIdentity drug) {
        var coded = lines.stream()
                .filter(line -> line.kind() == entry.kind() && line.drug().sameLine(drug))
                .toList();
        return coded.stream()
                .filter(line -> line.drug().foldedName().equals(drug.foldedName()))
                .findFirst()
                .or(() ->
                        coded.stream().filter(line -> !isOf(line.uses(), entry)).findFirst())
                .orElseGet(() -> {
                    var line = new DrugLine(entry.kind(), drug, new ArrayList<>());
                    lines.add(line);
                    return line;
                });
    }
}
