package hmnet.care.medicines;

import static hmnet.formats.model.code.RecordKind.INJECTION;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the medicines of a chart (薬の組立): who supplied what until when, then the prescriptions, newest
/// first.
@Component
class Medicines {
    private static final int PAGE = 30;
    private static final long KINDS = CurrentDrugs.KINDS | INJECTION.mask();

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Medicines(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    MedicinesScreen screen(Chart chart, RangeQuery rangeQuery, Frame frame) {
        var today = chartFrames.today();
        var shell = chartFrames.frame(chart, ChartTab.MEDICINES, frame.m());
        var page = chart.page(KINDS, Optional.empty(), rangeQuery.span(), PAGE);
        var shown = page.entries();
        boolean first = rangeQuery.beforeAsked().isEmpty();
        var year = first ? CurrentDrugs.lastYear(chart, today) : List.<ChartEntry>of();
        return new MedicinesScreen(
                shell,
                today,
                CurrentDrugs.GRACE_DAYS,
                CurrentTable.of(year, today, shell.path(), chartFrames::name, frame.m()),
                Supplies.courses(year, today, CurrentDrugs.GRACE_DAYS, chartFrames::name),
                PrescriptionFolds.of(shown.stream()
                        .map(entry -> Prescriptions.of(entry, shell.path(), chartFrames::name, frame.m()))
                        .toList()),
                page.older() ? older(shell, shown) : null,
                first ? null : shell.path(ChartTab.MEDICINES),
                feedCoverage.of(chart, CurrentDrugs.KINDS, frame.m()),
                shown.isEmpty() ? feedCoverage.of(chart, KINDS, frame.m()) : List.of());
    }

    private static @Nullable String older(ChartFrame shell, List<ChartEntry> shown) {
        return UriComponentsBuilder.fromPath(shell.path(ChartTab.MEDICINES))
                .queryParam("before", shown.getLast().occurredAt())
                .encode()
                .toUriString();
    }
}
