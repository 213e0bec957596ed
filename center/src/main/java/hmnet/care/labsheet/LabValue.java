package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.stream.Stream;

/// One value of one sampling (検査値の一件).
///
/// @param analyte what it shares a line with
public record LabValue(ChartEntry entry, LabExtract.AnalyteItem item, Analyte analyte, LabFlag flag) {
    public static List<LabValue> of(List<ChartEntry> entries) {
        var found = entries.stream().flatMap(LabValue::items).toList();
        var analytes = new Analytes(found);
        return found.stream()
                .map(value -> new LabValue(value.entry(), value.item(), analytes.of(value), LabFlag.of(value.item())))
                .toList();
    }

    private static Stream<Analytes.AnalyteValue> items(ChartEntry entry) {
        return Extract.read(entry.kind(), entry.extract()) instanceof LabExtract lab
                ? lab.items().stream().map(item -> new Analytes.AnalyteValue(entry, item))
                : Stream.of();
    }

    /// What its facility calls it, whatever a table says.
    public Analyte sent() {
        return Analyte.sent(entry.facility(), item);
    }

    public LabState state() {
        return switch (item.status()) {
            case "P", "R", "S", "I" -> LabState.PRELIMINARY;
            case "C" -> LabState.CORRECTED;
            // From outside: HL7 table 0085.
            default -> entry.preliminary() ? LabState.PRELIMINARY : LabState.FINAL;
        };
    }
}
