package hmnet.care.handbookapp;

import hmnet.consent.decisions.GrantLine;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws the pages that a device keeps (控えの作成): through the door of one's own chart, opened once, which is the one
/// event of the copy. What the person was not told of is on none of them.
@Component
class HandbookCopies {
    /// More than a long list of medicines and ten codes take.
    static final int CHARACTERS_MAX = 6_000_000;

    private final Charts charts;
    private final OwnWhoses whoses;
    private final List<KeptPage> pages;
    private final Clock clock;

    HandbookCopies(Charts charts, OwnWhoses whoses, List<KeptPage> pages, Clock clock) {
        this.charts = charts;
        this.whoses = whoses;
        this.pages =
                pages.stream().sorted(Comparator.comparingInt(KeptPage::order)).toList();
        this.clock = clock;
    }

    /// What a copy holds, and of whose records (控えの中身).
    record DrawnCopy(String name, Instant at, List<DrawnPage> pages, List<PatientId> charts) {
        HandbookCopy of(ResidentCaller resident, Instant until) {
            return new HandbookCopy(resident.whose(), name, writes(resident), at, until, pages);
        }

        /// Who decides for the person and reads what is measured.
        private static boolean writes(ResidentCaller resident) {
            var held = resident.representation();
            return resident.decides() && (held == null || (held.kinds() & RecordKind.VITAL.mask()) != 0);
        }
    }

    /// Nothing where the chart does not open.
    Optional<DrawnCopy> take(ResidentCaller resident, Frame frame) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return charts.openOwn(resident, ChartView.HANDBOOK_COPY, opening -> switch (opening) {
            case Opening.Opened(var chart) ->
                Optional.of(drawn(chart, resident, frame))
                        .filter(HandbookCopies::fits)
                        .map(drawn -> new DrawnCopy(whoses.of(resident).name(), at, drawn, charts(chart)));
            case Opening.Closed(var reason) -> Optional.<DrawnCopy>empty();
        });
    }

    private List<DrawnPage> drawn(Chart chart, ResidentCaller resident, Frame frame) {
        return pages.stream()
                .flatMap(page -> page.draw(chart, resident, frame).stream())
                .toList();
    }

    private static List<PatientId> charts(Chart chart) {
        return chart.grant().lines().stream().map(GrantLine::patient).distinct().toList();
    }

    private static boolean fits(List<DrawnPage> pages) {
        return pages.stream().mapToInt(page -> page.html().length()).sum() <= CHARACTERS_MAX;
    }
}
