package hmnet.care.timeline;

import hmnet.care.timeline.Matrix.ClosedPart;
import hmnet.care.timeline.Matrix.FeedState;
import hmnet.care.timeline.TimelineScreen.FilterChoice;
import hmnet.care.timeline.TimelineScreen.TimelineFilter;
import hmnet.care.timeline.TimelineScreen.TimelineMatrix;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Timelines;
import hmnet.consent.decisions.ClosedKind;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.EntryPage;
import hmnet.record.charts.Feeds;
import hmnet.record.charts.Occurrences;
import hmnet.record.charts.Occurrences.ChartHoldings;
import hmnet.record.charts.Occurrences.Reach;
import hmnet.record.charts.Origins;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up the time line (時系列の組立): an overview of what happened where and when, then lines, newest first.
@Component
class Timeline {
    private static final int PAGE = 80;
    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final Occurrences occurrences;
    private final Origins origins;
    private final Feeds feeds;
    private final Clock clock;

    Timeline(
            ChartFrames chartFrames,
            FeedCoverage feedCoverage,
            Occurrences occurrences,
            Origins origins,
            Feeds feeds,
            Clock clock) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
        this.occurrences = occurrences;
        this.origins = origins;
        this.feeds = feeds;
        this.clock = clock;
    }

    TimelineScreen screen(Chart chart, TimelineQuery asked, Frame frame) {
        var m = frame.m();
        var today = chartFrames.today();
        var shell = chartFrames.frame(chart, ChartTab.TIMELINE, m);
        var query = asked.or(shell.wishes().timeline());
        var path = shell.path(ChartTab.TIMELINE);
        var window = query.window(today);
        var occurred = occurrences.of(
                chart, window.zoom().step(), new CareSpan(Window.start(window.first()), Window.start(window.end())));
        var reach = occurred.reaches();
        var oldest = day(reach.stream().map(Reach::earliest)).orElse(today);
        var span = query.span(window, oldest);
        var page = page(chart, query, span);
        var shown = page.entries();
        var lines = new Lines(shell.path(), origins.of(chart, shown), chartFrames::name, m).of(shown);
        return new TimelineScreen(
                shell,
                filter(chart, query, window, path, m),
                matrix(chart, query, window, occurred, oldest, path, m),
                TimelineDays.of(lines),
                page.older() ? query.before(Timelines.day(shown.getLast())).address(path) : null,
                query.beforeAsked().isPresent() ? query.before(null).address(path) : null,
                lines.isEmpty() ? feedCoverage.of(chart, query.kinds(), m) : List.of());
    }

    /// Ends between two days; a day of more than a page is a page of its own.
    private static EntryPage page(Chart chart, TimelineQuery query, CareSpan span) {
        var found = chart.entries(query.kinds(), query.facilityAsked(), span, PAGE + 1);
        var whole = TimelineDays.wholeDays(found, PAGE);
        if (!whole.isEmpty() || found.isEmpty()) {
            return new EntryPage(whole, whole.size() < found.size());
        }
        var day = Timelines.day(found.getFirst());
        var start = Window.start(day);
        var all = chart.all(query.kinds(), query.facilityAsked(), new CareSpan(start, Window.start(day.plusDays(1))));
        var before = new CareSpan(span.from(), start);
        return new EntryPage(all, chart.reaches(query.kinds(), query.facilityAsked(), before));
    }

    private TimelineMatrix matrix(
            Chart chart,
            TimelineQuery query,
            Window window,
            ChartHoldings occurred,
            LocalDate oldest,
            String path,
            Messages m) {
        var matrix = new Matrix(query, window, path, m);
        boolean older = oldest.isBefore(window.first());
        return new TimelineMatrix(
                m.t("timeline.window", matrix.words(window.first()), matrix.words(window.last())),
                matrix.columns(chartFrames.today()),
                matrix.rows(sources(chart, query, occurred.reaches()), occurred.inSpan()),
                older ? query.at(window.before()).address(path) : null,
                window.newest() ? null : query.at(window.after()).address(path),
                window.newest() ? null : query.at(null).address(path),
                older ? query.at(window.from(oldest)).address(path) : null,
                matrix.words(window.zoom().floor(oldest)));
    }

    private List<FeedState> sources(Chart chart, TimelineQuery query, List<Reach> reach) {
        var known = feeds.all();
        var now = OffsetDateTime.now(clock);
        return ChartFrames.linked(chart).stream()
                .map(facility -> {
                    var feed = known.get(facility);
                    return new FeedState(
                            facility,
                            chartFrames.name(facility),
                            day(reach.stream()
                                            .filter(one -> one.facility().equals(facility)
                                                    && (one.kind().mask() & query.kinds()) != 0)
                                            .map(Reach::earliest))
                                    .orElse(null),
                            closing(chart, facility, query.kinds()),
                            feed == null || !feed.isLate(now) || chartFrames.isHandbook(facility)
                                    ? null
                                    : feed.last()
                                            .atZoneSameInstant(ChartFrames.JAPAN)
                                            .toLocalDate(),
                            feed != null);
                })
                .toList();
    }

    /// What a profession never sees is closed everywhere and said once, in the band above.
    private static ClosedPart closing(Chart chart, FacilityId facility, long kinds) {
        var closed = chart.grant().closed().stream()
                .filter(one -> one.facility().equals(facility) && (one.kind().mask() & kinds) != 0)
                .toList();
        var rules = closed.stream()
                .filter(one -> one.why() != ClosingReason.PROFESSION)
                .toList();
        if (rules.isEmpty()) {
            return ClosedPart.OPEN;
        }
        if (rules.stream().anyMatch(one -> one.why() == ClosingReason.STOPPED)) {
            return ClosedPart.STOPPED;
        }
        var all = Arrays.stream(RecordKind.values())
                .mapToLong(RecordKind::mask)
                .filter(mask -> (mask & kinds) != 0)
                .reduce(0, (a, b) -> a | b);
        var withheld = closed.stream()
                .filter(one -> one.why() != ClosingReason.DELAY)
                .map(ClosedKind::kind)
                .mapToLong(RecordKind::mask)
                .reduce(0, (a, b) -> a | b);
        return (all & ~withheld) == 0 ? ClosedPart.ALL : ClosedPart.SOME;
    }

    private static Optional<LocalDate> day(java.util.stream.Stream<OffsetDateTime> moments) {
        return moments.min(OffsetDateTime::compareTo)
                .map(at -> at.atZoneSameInstant(ChartFrames.JAPAN).toLocalDate());
    }

    private TimelineFilter filter(Chart chart, TimelineQuery query, Window window, String path, Messages m) {
        var periods = Arrays.stream(Zoom.values())
                .map(zoom -> new FilterChoice(zoom.word(), m.t("timeline.zoom." + zoom.word()), zoom == window.zoom()))
                .toList();
        var facilities = ChartFrames.linked(chart).stream()
                .map(f -> new FilterChoice(
                        Long.toString(f.value()),
                        chartFrames.name(f),
                        query.facilityAsked().equals(Optional.of(f))))
                .toList();
        var kinds = Arrays.stream(CareEvent.values())
                .filter(one -> chart.grant().lines().stream().anyMatch(line -> (line.kinds() & one.mask()) != 0))
                .map(one -> new FilterChoice(
                        one.name(),
                        m.t("timeline.happening." + one.word()),
                        query.kindAsked().equals(Optional.of(one))))
                .toList();
        var column = query.columnAsked(window).map(new Matrix(query, window, path, m)::words);
        return new TimelineFilter(
                periods,
                facilities,
                kinds,
                window.newest() ? null : window.last(),
                column.orElse(null),
                all(query, window, path));
    }

    private static @Nullable String all(TimelineQuery query, Window window, String path) {
        boolean narrowed = query.facilityAsked().isPresent()
                || query.kindAsked().isPresent()
                || query.columnAsked(window).isPresent();
        return narrowed ? new TimelineQuery(query.period(), query.until(), null, null, null, null).address(path) : null;
    }
}
