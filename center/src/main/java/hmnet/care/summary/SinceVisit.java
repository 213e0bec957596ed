package hmnet.care.summary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import hmnet.care.timeline.Zoom;
import hmnet.care.viewer.RangeQuery;
import hmnet.formats.model.code.RecordKind;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.MonthlyCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What other facilities recorded since the reader's own saw this person last (自施設の前回の受診以降), counted by the
/// database after the grant and exact however long the chart is.
///
/// @param day of the last visit or stay that the reader's own facility sent
/// @param kinds of care on later days elsewhere, those with nothing left out
public record SinceVisit(LocalDate day, List<KindSince> kinds) {
    private static final int OWN_VISITS = 20;

    /// So many records of one kind, and where they are listed.
    public record KindSince(RecordKind kind, int count, String path) {}

    /// Nothing where no visit to the reader's own facility was received.
    ///
    /// @param entries the newest visits and stays of the chart, among others
    /// @param path of the time line
    static Optional<SinceVisit> of(Chart chart, List<ChartEntry> entries, LocalDate today, String path) {
        var own = chart.requester().facility();
        return RecentCare.last(entries, own)
                .or(() -> RecentCare.last(
                        chart.entries(Summaries.CAME, Optional.of(own), RangeQuery.since(LocalDate.MIN), OWN_VISITS),
                        own))
                .map(day -> new SinceVisit(day, kinds(chart, day, today, path)));
    }

    private static List<KindSince> kinds(Chart chart, LocalDate day, LocalDate today, String path) {
        var own = chart.requester().facility();
        var period = Zoom.reaching(day, today).word();
        return chart.tally(-1, RangeQuery.since(day.plusDays(1))).stream()
                .filter(month -> !month.facility().equals(own))
                .collect(groupingBy(MonthlyCount::kind, TreeMap::new, summingInt(MonthlyCount::count)))
                .entrySet()
                .stream()
                .map(kind -> line(kind, period, path))
                .toList();
    }

    private static KindSince line(Map.Entry<RecordKind, Integer> kind, String period, String path) {
        var name = kind.getKey().name();
        return new KindSince(kind.getKey(), kind.getValue(), path + "?period=" + period + "&kind=" + name);
    }
}
