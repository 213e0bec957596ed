package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One value of one sampling (検査値の一件).
///
/// @param analyte what it shares a line with
/// @param order what became of the whole order, and why
public record LabValue(ChartEntry entry, LabExtract.AnalyteItem item, Analyte analyte, LabFlag flag, LabOrder order) {
    /// The order or report a value belongs to (検査依頼の状態).
    public record LabOrder(CareState state, String reason) {}

    public static List<LabValue> of(List<ChartEntry> entries) {
        var found = entries.stream().flatMap(LabValue::items).toList();
        var analytes = new Analytes(found);
        return found.stream()
                .map(value -> new LabValue(
                        value.entry(), value.item(), analytes.of(value), LabFlag.of(value.item()), value.order()))
                .map(LabValue::withoutFlagOfNone)
                .toList();
    }

    private static Stream<Analytes.AnalyteValue> items(ChartEntry entry) {
        return entry.extract().read() instanceof LabExtract lab ? items(entry, lab) : Stream.of();
    }

    private static Stream<Analytes.AnalyteValue> items(ChartEntry entry, LabExtract lab) {
        var order = new LabOrder(lab.state(), lab.reason());
        return lab.items().stream().map(item -> Analytes.AnalyteValue.of(entry, item, order));
    }

    /// Comments on the whole report.
    public static List<String> comments(ChartEntry entry) {
        return entry.extract().read() instanceof LabExtract lab ? lab.notes() : List.of();
    }

    /// What its facility calls it, whatever a table says.
    public Analyte sent() {
        return Analyte.sent(entry.facility(), item);
    }

    /// A value that is none is neither high nor low.
    private LabValue withoutFlagOfNone() {
        return counts() ? this : new LabValue(entry, item, analyte, LabFlag.NONE, order);
    }

    public LabState state() {
        return switch (item.status().strip().toUpperCase(Locale.ROOT)) {
            case "P", "R", "S", "B" -> LabState.PRELIMINARY;
            case "C", "A" -> LabState.CORRECTED;
            case "I", "O" -> item.value().isBlank() ? LabState.PENDING : LabState.PRELIMINARY;
            case "X" -> LabState.NOT_OBTAINED;
            case "N" -> LabState.NOT_DONE;
            case "D", "W" -> LabState.WITHDRAWN;
            case "F", "U", "V", "" -> entry.preliminary() ? LabState.PRELIMINARY : LabState.FINAL;
            // From outside: HL7 table 0085 has no more.
            default -> LabState.UNKNOWN;
        };
    }

    /// Whether the value may be read as a result.
    public boolean counts() {
        return state().counts() && order.state().isCurrent();
    }

    /// Whether its value was told, and is no more.
    public boolean struck() {
        return !item.value().isBlank() && (state().struck() || StateWords.struck(order.state()));
    }

    /// What is to be known of its state and of its order's, in words; empty for one that is settled.
    public String told(Messages m) {
        var own = state() == LabState.FINAL
                ? ""
                : m.t(
                        "viewer.lab-state."
                                + state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        item.status());
        return Stream.of(own, StateWords.of(order.state(), order.reason(), m))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
    }
}
