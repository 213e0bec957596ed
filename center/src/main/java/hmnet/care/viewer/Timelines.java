package hmnet.care.viewer;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.TimelineScreen.FilterChoice;
import hmnet.care.viewer.TimelineScreen.TimelineDay;
import hmnet.care.viewer.TimelineScreen.TimelineFacility;
import hmnet.care.viewer.TimelineScreen.TimelineFilter;
import hmnet.care.viewer.TimelineScreen.TimelineItem;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the time line (時系列の組立): an overview of facilities by month, then days, newest first.
@Component
public class Timelines {
    private static final int PAGE = 60;
    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Timelines(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    TimelineScreen screen(Chart chart, TimelineQuery query, Frame frame) {
        var today = chartFrames.today();
        var overview =
                chart.overview(Allergies.KINDS, query.kinds(), query.facilityAsked(), query.span(today), PAGE + 1);
        var frameOfChart = chartFrames.frame(chart, overview.always(), ChartTab.TIMELINE, frame.m());
        var path = frameOfChart.path(ChartTab.TIMELINE);
        var tally = overview.tally();
        var found = overview.newest();
        var shown = chart.page(found, PAGE, query.kinds(), query.facilityAsked());
        return new TimelineScreen(
                frameOfChart,
                today,
                filter(chart, query),
                new MonthMatrix(query, path, chartFrames::name).of(tally, YearMonth.from(today)),
                days(shown, frameOfChart.path(), frame.m()),
                found.size() > PAGE ? older(path, query, shown) : null,
                query.beforeAsked().isPresent() ? address(path, query, null) : null,
                feedCoverage.of(chart, tally, query.kinds(), frame.m()));
    }

    private List<TimelineDay> days(List<ChartEntry> entries, String path, Messages m) {
        var days = new LinkedHashMap<LocalDate, Map<FacilityId, List<TimelineItem>>>();
        for (var entry : entries) {
            days.computeIfAbsent(day(entry), d -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.facility(), f -> new ArrayList<>())
                    .add(item(entry, path, m));
        }
        return days.entrySet().stream()
                .map(day -> new TimelineDay(
                        day.getKey(),
                        day.getValue().entrySet().stream()
                                .map(f -> new TimelineFacility(chartFrames.name(f.getKey()), f.getValue()))
                                .toList()))
                .toList();
    }

    private static TimelineItem item(ChartEntry entry, String path, Messages m) {
        return new TimelineItem(
                entry.kind(),
                path + "/records/" + entry.id(),
                entry.title(),
                Departments.words(entry, m),
                StateWords.of(entry, m),
                Mark.allOf(entry));
    }

    public static LocalDate day(ChartEntry entry) {
        return LocalDate.ofInstant(entry.occurredAt().toInstant(), ChartFrames.JAPAN);
    }

    private TimelineFilter filter(Chart chart, TimelineQuery query) {
        var facilities = ChartFrames.linked(chart).stream()
                .map(f -> new FilterChoice(
                        Long.toString(f.value()),
                        chartFrames.name(f),
                        query.facilityAsked().equals(Optional.of(f))))
                .toList();
        var kinds = Arrays.stream(RecordKind.values())
                .filter(kind -> chart.grant().lines().stream().anyMatch(line -> (line.kinds() & kind.mask()) != 0))
                .map(kind -> new FilterChoice(
                        kind.name(), kind.name(), query.kindAsked().equals(Optional.of(kind))))
                .toList();
        return new TimelineFilter(
                query.periodAsked(), facilities, kinds, query.monthAsked().orElse(null));
    }

    private static String older(String path, TimelineQuery query, List<ChartEntry> shown) {
        return address(path, query, shown.getLast().occurredAt().toString());
    }

    private static String address(String path, TimelineQuery query, @Nullable String before) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("period", Optional.ofNullable(query.period()))
                .queryParamIfPresent("facility", Optional.ofNullable(query.facility()))
                .queryParamIfPresent("kind", Optional.ofNullable(query.kind()))
                .queryParamIfPresent("month", Optional.ofNullable(query.month()))
                .queryParamIfPresent("before", Optional.ofNullable(before))
                .encode()
                .toUriString();
    }
}
