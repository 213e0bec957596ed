package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheets.SheetValues;
import hmnet.care.labsheet.LaboratoryScreen.OwnPageLink;
import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.SupersededEntry;
import java.util.Arrays;
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

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Laboratory(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    /// What the address asks for.
    ///
    /// @param own the facility of whoever looks
    record SheetQuery(RangeQuery range, boolean abnormalOnly, FacilityId own) {
        Period period() {
            return range.periodOr(USUAL);
        }

        /// The same with the period that the reader wants where the address names none.
        SheetQuery or(String wished) {
            return range.period() != null || wished.isEmpty()
                    ? this
                    : new SheetQuery(new RangeQuery(wished, range.before()), abnormalOnly, own);
        }
    }

    LaboratoryScreen screen(Chart chart, SheetQuery asked, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.LABORATORY, frame.m());
        var query = asked.or(shell.wishes().laboratory());
        var found = found(chart, query);
        var whole = wholeDays(chart, found);
        var sent = LabValue.of(whole);
        var values = ComputedValues.of(chart.person(), frame.m()).beside(OwnPage.none(sent));
        var columns = LabColumn.of(values);
        var shown = LabColumn.wholeDays(columns, COLUMNS);
        var trends = LabTrends.of(values, chartFrames::name);
        var address = new SheetAddress(shell.path(ChartTab.LABORATORY), query);
        var older = shown.size() < columns.size() || found.size() > ENTRIES ? address.before(shown) : null;
        var sheet = sheet(chart, query, new SheetValues(values, shown, trends, newest(query)), shell, frame.m());
        return new LaboratoryScreen(
                shell,
                query.period(),
                sheet,
                List.copyOf(trends.values()),
                Therapies.of(chart, sheet, chartFrames.today(), chartFrames::name),
                links(sent, shell),
                address.of(!query.abnormalOnly()),
                address.text(),
                older,
                newest(query) ? null : address.of(query.abnormalOnly()),
                shown.isEmpty() ? feedCoverage.of(chart, KeyResults.KINDS, frame.m()) : List.of());
    }

    /// The sheet as it is shown, in plain text.
    String text(Chart chart, SheetQuery query, Requester requester, Frame frame) {
        var m = frame.m();
        var shownBy = m.t("viewer.shown-by", requester.facilityName(), requester.name(), m.moment(chartFrames.now()));
        return new SheetText(m)
                .of(
                        screen(chart, query, frame).sheet(),
                        chart.person(),
                        shownBy,
                        feedCoverage.of(chart, KeyResults.KINDS, m));
    }

    private static boolean newest(SheetQuery query) {
        return query.range().beforeAsked().isEmpty();
    }

    private List<ChartEntry> found(Chart chart, SheetQuery query) {
        var span = query.range().span(USUAL, chartFrames.today());
        return chart.entries(KeyResults.KINDS, Optional.empty(), span, ENTRIES + 1);
    }

    private LabSheet sheet(Chart chart, SheetQuery query, SheetValues values, ChartFrame shell, Messages m) {
        var cells = new LabCells(shell.path(), formers(chart, values.columns()), m);
        return LabSheets.of(
                values,
                query.abnormalOnly(),
                cells,
                new ResultReader(query.own(), chartFrames.today(), chartFrames::name),
                m);
    }

    /// The pages of what does not stand on the sheet, with how much of it was read.
    private static List<OwnPageLink> links(List<LabValue> values, ChartFrame shell) {
        return Arrays.stream(OwnPage.values())
                .map(page -> new OwnPageLink(
                        page,
                        shell.path(ChartTab.LABORATORY) + "/" + page.word(),
                        page.of(values).size()))
                .toList();
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
        return whole.isEmpty() ? chart.all(KeyResults.KINDS, Optional.empty(), day) : whole;
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

    /// The address of the sheet, as it is asked for and otherwise.
    private record SheetAddress(String path, SheetQuery query) {
        String of(boolean abnormalOnly) {
            return path + "?period=" + query.period().word() + (abnormalOnly ? "&abnormal=yes" : "");
        }

        /// Of the page that is shown: its days too.
        String text() {
            var text =
                    UriComponentsBuilder.fromUriString(of(query.abnormalOnly())).replacePath(path + "/text");
            query.range().beforeAsked().ifPresent(before -> text.queryParam("before", before.toInstant()));
            return text.encode().toUriString();
        }

        String before(List<LabColumn> shown) {
            return UriComponentsBuilder.fromUriString(of(query.abnormalOnly()))
                    .queryParam(
                            "before",
                            shown.getLast()
                                    .day()
                                    .atStartOfDay(ChartFrames.JAPAN)
                                    .toInstant())
                    .encode()
                    .toUriString();
        }
    }
}
