package hmnet.care.viewer;

import hmnet.care.viewer.PersonBanner.ClosedKindLine;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.MonthlyCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each linked facility sent, as far as the requester may see (施設ごとの受信状況). What a rule keeps
/// closed is named in the same words whether or not something came: withheld never reads as absent.
@Component
public class FeedCoverage {
    private final Facilities facilities;

    FeedCoverage(Facilities facilities) {
        this.facilities = facilities;
    }

    public List<FacilityCoverage> of(Chart chart, long kinds, Messages m) {
        return of(chart, chart.tally(kinds, CareSpan.all()), kinds, m);
    }

    public List<FacilityCoverage> of(Chart chart, List<MonthlyCount> tally, long kinds, Messages m) {
        return ChartFrames.linked(chart).stream()
                .map(facility -> received(facility, tally, kinds, closed(chart, facility, kinds, m)))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<ClosedKindLine> closed(Chart chart, FacilityId facility, long kinds, Messages m) {
        return new ClosedKindLines(m, this::name)
                .of(chart.grant().closed().stream()
                        .filter(one ->
                                one.facility().equals(facility) && (one.kind().mask() & kinds) != 0)
                        .toList());
    }

    /// Null for a notebook in which nothing is written: it is nobody's feed.
    private @Nullable FacilityCoverage received(
            FacilityId facility, List<MonthlyCount> tally, long kinds, List<ClosedKindLine> closed) {
        var of = tally.stream()
                .filter(t -> t.facility().equals(facility) && (t.kind().mask() & kinds) != 0)
                .toList();
        var since = of.stream()
                .map(MonthlyCount::firstDay)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (since == null && closed.isEmpty() && facilities.get(facility).kind() == FacilityKind.HANDBOOK) {
            return null;
        }
        return new FacilityCoverage(
                name(facility), since, of.stream().mapToInt(MonthlyCount::count).sum(), closed);
    }

    private String name(FacilityId facility) {
        return facilities.get(facility).name();
    }

    /// What one linked facility has sent of the kinds that a page shows (受信状況). An empty page shows it.
    ///
    /// @param since the day of the first thing it sent; null for nothing that may be shown
    /// @param count how many entries of this page's kinds came from it, within what the requester may see
    /// @param closed what rules close of these kinds, whether or not it came
    public record FacilityCoverage(
            String facility, @Nullable LocalDate since, int count, List<ClosedKindLine> closed) {
        /// What is kept back, in words: by a rule, or because the facility has stopped showing anything.
        public List<String> withheld(Messages m) {
            return closed.stream()
                    .map(one -> m.t(
                            one.stopped() ? "viewer.received.stopped" : "viewer.received.withheld",
                            facility,
                            one.kinds()))
                    .toList();
        }

        /// Whether nothing came, as far as anybody with this right could see.
        public boolean silent() {
            return since == null && closed.isEmpty();
        }
    }
}
