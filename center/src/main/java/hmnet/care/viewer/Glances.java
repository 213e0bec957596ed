package hmnet.care.viewer;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.ground.audit.Displays;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.NewRows;
import hmnet.record.charts.Opening;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How much a chart would show, for lists of persons (一覧の件数): each is asked like a chart and leaves its trace.
@Component
public class Glances {
    /// Whoever opened a chart longer ago is told of no news: nearly all would be new.
    private static final int MONTHS = 3;

    private final Charts charts;
    private final Displays displays;
    private final NewRows newRows;
    private final Clock clock;

    Glances(Charts charts, Displays displays, NewRows newRows, Clock clock) {
        this.newRows = newRows;
        this.charts = charts;
        this.displays = displays;
        this.clock = clock;
    }

    public Glance of(Requester reader, PersonId person) {
        var opened = lastOpened(reader, person);
        return charts.open(reader, person, Purpose.TREATMENT, ChartView.GLANCE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> glance(chart, opened);
            case Opening.Closed(var reason) -> Glance.closed(reason.tied() ? ChartPages.word(reason) : null);
        });
    }

    private Glance glance(Chart chart, Optional<OffsetDateTime> opened) {
        var preview = chart.glance();
        var newest = preview.newest()
                .map(at -> at.atZoneSameInstant(ChartFrames.JAPAN).toLocalDate())
                .orElse(null);
        return new Glance(
                null,
                preview.facilities(),
                Glance.days(newest, LocalDate.ofInstant(clock.instant(), ChartFrames.JAPAN)),
                opened.map(at -> newRows.since(chart, at)).orElse(-1L),
                chart.grant().closed().stream().anyMatch(closed -> closed.why() == ClosingReason.STOPPED),
                withholds(chart));
    }

    /// Whether a hospital's rule closes a kind or delays it: a count of what is shown is then no count of what there
    /// is.
    public static boolean withholds(Chart chart) {
        return chart.grant().closed().stream().anyMatch(closed -> switch (closed.why()) {
            case DELAY, FACILITY_RULE -> true;
            case PROFESSION, STOPPED -> false;
        });
    }

    private Optional<OffsetDateTime> lastOpened(Requester reader, PersonId person) {
        var now = OffsetDateTime.now(clock);
        return displays.of(person.value(), now.minusMonths(MONTHS), now).stream()
                .filter(display -> display.staff() == reader.staff().value())
                .findFirst()
                .map(display -> display.at());
    }
}
