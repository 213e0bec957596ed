package hmnet.care.viewer;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.Overview.MonthlyCount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each linked facility sent, as far as the requester may see (施設ごとの受信状況). A facility whose
/// records of these kinds are closed is left out, since nothing may be said of what it sent.
@Component
public class FeedCoverage {
    private final Facilities facilities;

    FeedCoverage(Facilities facilities) {
        this.facilities = facilities;
    }

    public List<FacilityCoverage> of(Chart chart, long kinds) {
        return of(chart, chart.tally(kinds, CareSpan.all()), kinds);
    }

    public List<FacilityCoverage> of(Chart chart, List<MonthlyCount> tally, long kinds) {
        return open(chart, kinds).stream()
                .map(facility -> received(facility, tally, kinds))
                .toList();
    }

    /// The open facilities from which nothing of these kinds came.
    public List<String> silent(Chart chart, long kinds) {
        return of(chart, kinds).stream()
                .filter(received -> received.since() == null)
                .map(FacilityCoverage::facility)
                .toList();
    }

    private static List<FacilityId> open(Chart chart, long kinds) {
        return ChartFrames.linked(chart).stream()
                .filter(facility -> chart.grant().lines().stream()
                        .anyMatch(line -> line.facility().equals(facility) && (line.kinds() & kinds) != 0))
                .toList();
    }

    private FacilityCoverage received(FacilityId facility, List<MonthlyCount> tally, long kinds) {
        var of = tally.stream()
                .filter(t -> t.facility().equals(facility) && (t.kind().mask() & kinds) != 0)
                .toList();
        var since =
                of.stream().map(MonthlyCount::month).min(LocalDate::compareTo).orElse(null);
        return new FacilityCoverage(
                facilities.get(facility).name(),
                since,
                of.stream().mapToInt(MonthlyCount::count).sum());
    }

    /// What one linked facility has sent of the kinds that a page shows (受信状況). An empty page shows it.
    ///
    /// @param since the day of the first thing it sent; null for nothing yet
    /// @param count how many entries of this page's kinds came from it, within what the requester may see
    public record FacilityCoverage(
            String facility, @Nullable LocalDate since, int count) {}
}
