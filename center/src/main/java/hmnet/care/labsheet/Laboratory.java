package hmnet.care.labsheet;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.LAB_SAFETY;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Frame;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.SupersededEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the laboratory results of a chart (検査の組立): a sheet of samplings, newest first, and its curves.
@Component
class Laboratory {
    private static final Period USUAL = Period.ONE_YEAR;
    private static final int ENTRIES = 400;
    private static final int COLUMNS = 12;
    private static final long KINDS = LABORATORY.mask() | LAB_SAFETY.mask() | CHECKUP.mask();

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Laboratory(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    LaboratoryScreen screen(Chart chart, RangeQuery rangeQuery, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.LABORATORY, frame.m());
        var found = chart.entries(KINDS, Optional.empty(), rangeQuery.span(USUAL, chartFrames.today()), ENTRIES + 1);
        var values = LabValue.of(wholeDays(chart, found));
        var columns = LabColumn.of(values);
        var shown = LabColumn.wholeDays(columns, COLUMNS);
        var trends = LabTrends.of(values, chartFrames::name);
        var cells = new LabCells(shell.path(), formers(chart, shown), frame.m());
        var period = rangeQuery.periodOr(USUAL);
        var address = shell.path(ChartTab.LABORATORY) + "?period=" + period.word();
        return new LaboratoryScreen(
                shell,
                period,
                LabSheets.of(shown, trends, cells, chartFrames::name, frame.m()),
                List.copyOf(trends.values()),
                shown.size() < columns.size() || found.size() > ENTRIES ? older(address, shown) : null,
                rangeQuery.beforeAsked().isPresent() ? address : null,
                shown.isEmpty() ? feedCoverage.of(chart, KINDS, frame.m()) : List.of());
    }

    /// A bound that is reached leaves the oldest day incomplete, so it waits for the next page; a day
    /// beyond the bound is a page of its own.
    private static List<ChartEntry> wholeDays(Chart chart, List<ChartEntry> found) {
        if (found.size() <= ENTRIES) {
            return found;
        }
        var last = Timelines.day(found.getLast());
        var whole = found.stream().filter(e -> Timelines.day(e).isAfter(last)).toList();
        var next = RangeQuery.since(last.plusDays(1)).from();
        var day = new CareSpan(RangeQuery.since(last).from(), next);
        return whole.isEmpty() ? chart.all(KINDS, Optional.empty(), day) : whole;
    }

    private static List<SupersededEntry> formers(Chart chart, List<LabColumn> shown) {
        return chart.formers(shown.stream()
                .flatMap(column -> column.values().values().stream())
                .map(LabValue::entry)
                .filter(ChartEntry::correction)
                .map(ChartEntry::id)
                .distinct()
                .toList());
    }

    private static String older(String address, List<LabColumn> shown) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam(
                        "before",
                        shown.getLast().day().atStartOfDay(ChartFrames.JAPAN).toInstant())
                .encode()
                .toUriString();
    }
}
