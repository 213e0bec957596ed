package hmnet.care.timeline;

import hmnet.care.viewer.Timelines;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What one visit or order was cut into by who may see it (一件の依頼の記録), so that a page shows it whole again: as
/// far as the grant covers it, and nothing of the rest.
@Component
public class Orders {
    private final Origins origins;

    Orders(Origins origins) {
        this.origins = origins;
    }

    /// The other records of the order that a record belongs to; none where the grant does not cover it.
    public List<ChartEntry> restOf(Chart chart, UUID id) {
        return chart.document(id)
                .map(Chart.Document::entry)
                .map(entry -> restOf(chart, entry))
                .orElse(List.of());
    }

    private List<ChartEntry> restOf(Chart chart, ChartEntry entry) {
        var day = Timelines.day(entry);
        var sameDay = chart.all(
                CareEvent.of(entry.kind()).mask(),
                Optional.of(entry.facility()),
                new CareSpan(Window.start(day), Window.start(day.plusDays(1))));
        var files = new HashMap<UUID, Long>();
        origins.of(chart, sameDay).forEach((one, origin) -> files.put(one, origin.file()));
        return Fold.of(sameDay, files).stream()
                .map(Fold::parts)
                .filter(parts -> parts.stream().anyMatch(part -> part.id().equals(entry.id())))
                .flatMap(List::stream)
                .filter(part -> !part.id().equals(entry.id()))
                .toList();
    }
}
