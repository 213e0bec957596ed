package hmnet.care.drughistory;

import hmnet.formats.model.code.RecordKind;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page of entries as rows of prescribed and dispensed (薬歴の行): each entry of the page stands in a row at least once.
final class HistoryRows {
    private HistoryRows() {}

    /// @param anchor the entry by whose time the row stands
    record RowEntries(ChartEntry anchor, @Nullable ChartEntry prescribed, List<ChartEntry> dispensed) {}

    /// A dispensing whose prescription is on the page stands in its row; else the row is its own.
    static List<RowEntries> of(List<ChartEntry> shown, List<ChartEntry> all, Map<UUID, ChartEntry> links) {
        var onPage = shown.stream().map(ChartEntry::id).collect(Collectors.toSet());
        var rows = new ArrayList<RowEntries>();
        for (var entry : shown) {
            if (entry.kind() != RecordKind.DISPENSING) {
                rows.add(new RowEntries(entry, entry, answers(entry, all, links)));
                continue;
            }
            @Nullable ChartEntry prescription = links.get(entry.id());
            if (prescription == null || !onPage.contains(prescription.id())) {
                rows.add(new RowEntries(entry, prescription, List.of(entry)));
            }
        }
        return rows;
    }

    private static List<ChartEntry> answers(
            ChartEntry prescription, List<ChartEntry> all, Map<UUID, ChartEntry> links) {
        return all.stream()
                .filter(entry -> {
                    var link = links.get(entry.id());
                    return link != null && Objects.equals(link.id(), prescription.id());
                })
                .toList();
    }
}
