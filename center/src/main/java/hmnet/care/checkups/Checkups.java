package hmnet.care.checkups;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static java.util.stream.Collectors.partitioningBy;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the check-ups of a person (健診の組立).
@Component
class Checkups {
    private static final int ENTRIES = 40;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Checkups(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    CheckupsScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var m = frame.m();
        var shell = chartFrames.frame(chart, ChartTab.CHECKUPS, m);
        var part = chart.page(CHECKUP.mask(), Optional.empty(), query.span(), ENTRIES);
        var page = part.entries();
        var address = shell.path(ChartTab.CHECKUPS);
        var sheets = new CheckupSheets(chartFrames::name, entry -> shell.path() + "/records/" + entry.id(), m);
        var own = page.stream().collect(partitioningBy(entry -> chartFrames.isHandbook(entry.facility())));
        return new CheckupsScreen(
                shell,
                sheets.of(own.getOrDefault(false, List.of())),
                sheets.of(own.getOrDefault(true, List.of())),
                part.older()
                        ? UriComponentsBuilder.fromPath(address)
                                .queryParam(
                                        "before", page.getLast().occurredAt().toInstant())
                                .encode()
                                .toUriString()
                        : null,
                query.beforeAsked().isPresent() ? address : null,
                page.isEmpty() ? feedCoverage.of(chart, CHECKUP.mask(), m) : List.of());
    }
}
