package hmnet.care.labsheet;

import hmnet.formats.model.extract.LabExtract;
import hmnet.record.charts.ChartEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which values of a chart are of one and the same test (検査項目の突合せ). What a facility's own code means by
/// one row holds for its rows too that were filed before a code table was loaded; where tables have said two
/// things of it, those stay what they were.
final class Analytes {
    private final Map<Analyte, Set<Analyte>> meanings = new HashMap<>();

    /// One value, as its row has it.
    ///
    /// @param meant by what its sender or a table says of its code
    record AnalyteValue(
            ChartEntry entry, LabExtract.AnalyteItem item, LabValue.LabOrder order, Optional<Analyte> meant) {
        static AnalyteValue of(ChartEntry entry, LabExtract.AnalyteItem item, LabValue.LabOrder order) {
            return new AnalyteValue(entry, item, order, Analyte.meant(item));
        }

        Analyte sent() {
            return Analyte.sent(entry.facility(), item);
        }
    }

    Analytes(List<AnalyteValue> values) {
        values.forEach(value -> value.meant()
                .ifPresent(meant -> meanings.computeIfAbsent(value.sent(), sent -> new HashSet<>())
                        .add(meant)));
    }

    Analyte of(AnalyteValue value) {
        return value.meant().orElseGet(() -> {
            var sent = value.sent();
            var meant = meanings.getOrDefault(sent, Set.of());
            return meant.size() == 1 ? meant.iterator().next() : sent;
        });
    }
}
