package hmnet.record.charts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What of a chart is asked for (開示の求め), as it stands in the audit event.
///
/// @param record the one record that is asked for, if it is one
/// @param along what its page shows with it
public record ViewRequest(ChartView view, Optional<UUID> record, Function<Chart, List<ChartEntry>> along) {
    public ViewRequest(ChartView view, Optional<UUID> record) {
        this(view, record, chart -> List.of());
    }

    /// The same view with what its page shows beside the one record.
    public ViewRequest along(Function<Chart, List<ChartEntry>> others) {
        return new ViewRequest(view, record, others);
    }

    SortedMap<String, String> detail() {
        return new TreeMap<>(Map.of("view", view.word()));
    }

    /// The event names the record, and those that its page shows with it or leads to, only when it is shown and carries
    /// no label: the
    /// resident side reads the event, and what it may not be told of carries one.
    SortedMap<String, String> detail(Chart chart) {
        var detail = detail();
        record.flatMap(chart::document)
                .map(Chart.Document::entry)
                .filter(entry -> entry.labels().isEmpty())
                .ifPresent(entry -> detail.put("record", entry.id().toString()));
        if (view == ChartView.RECORD) {
            Stream.concat(
                            along.apply(chart).stream(),
                            record.map(chart::ofOneNumber).stream().flatMap(List::stream))
                    .filter(entry -> entry.labels().isEmpty())
                    .map(entry -> entry.id().toString())
                    .distinct()
                    .reduce((some, one) -> some + " " + one)
                    .ifPresent(related -> detail.put("related", related));
        }
        return detail;
    }
}
