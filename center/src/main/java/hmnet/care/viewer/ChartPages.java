package hmnet.care.viewer;

import hmnet.consent.consents.Purpose;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import hmnet.record.charts.ViewRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Turns an opening into a page (開示画面): its screen is made while the chart is open, drawn and sent after the commit.
/// What takes its time, as looking at files does, is done while it is drawn: no connection to the database waits for
/// it. Whoever has shown no tie gets the same answer for a closed, an unknown and a protected person.
@Component
public class ChartPages {
    private final Charts charts;
    private final EmergencyOpenings emergencies;
    private final Tickets tickets;
    private final Pages pages;

    ChartPages(Charts charts, EmergencyOpenings emergencies, Tickets tickets, Pages pages) {
        this.charts = charts;
        this.emergencies = emergencies;
        this.tickets = tickets;
        this.pages = pages;
    }

    /// Shows a view of an open chart.
    ///
    /// @param screen makes what the template draws; nothing of the chart is read after it returns
    public ResponseEntity<String> show(
            Requester requester, PersonId person, Frame frame, ChartView view, Function<Chart, ?> screen) {
        return find(
                requester,
                person,
                frame,
                new ViewRequest(view, Optional.empty()),
                chart -> Optional.of(screen.apply(chart)));
    }

    /// Shows a view of one thing in an open chart; what is not there and what may not be seen get the same
    /// answer.
    public ResponseEntity<String> find(
            Requester requester, PersonId person, Frame frame, ViewRequest asked, Function<Chart, Optional<?>> screen) {
        var template = asked.view().template().orElseThrow();
        return charts.<Supplier<ResponseEntity<String>>>open(
                        requester, person, purpose(requester, person, asked), asked, opening -> switch (opening) {
                            case Opening.Opened(var chart) -> {
                                var found = screen.apply(chart);
                                yield found.isPresent()
                                        ? () -> drawn(template, found.get(), frame)
                                        : answered(absent(chart, asked, frame));
                            }
                            case Opening.Closed(var reason) -> answered(closed(reason, person, requester, frame));
                        })
                .get();
    }

    private ResponseEntity<String> drawn(String template, Object screen, Frame frame) {
        return Pages.answer(HttpStatus.OK, pages.render(template, frame, Map.of("page", screen)));
    }

    private static <T> Supplier<T> answered(T answer) {
        return () -> answer;
    }

    /// What the grant would show and is erased is told apart from what is not there.
    private ResponseEntity<String> absent(Chart chart, ViewRequest asked, Frame frame) {
        return asked.record().filter(chart.erased()::has).isPresent() ? pages.gone(frame) : pages.notFound(frame);
    }

    /// Hands out a file of one record; what is not there and what may not be seen get the same answer.
    public ResponseEntity<?> hand(
            Requester requester,
            PersonId person,
            Frame frame,
            ViewRequest asked,
            Function<Chart, Optional<ResponseEntity<byte[]>>> file) {
        return charts.<ResponseEntity<?>>open(
                requester, person, purpose(requester, person, asked), asked, opening -> switch (opening) {
                    case Opening.Opened(var chart) ->
                        file.apply(chart)
                                .<ResponseEntity<?>>map(answer -> answer)
                                .orElseGet(() -> absent(chart, asked, frame));
                    case Opening.Closed(var reason) -> closed(reason, person, requester, frame);
                });
    }

    /// Takes what is needed out of an open chart and works on it after the commit: no transaction waits for a program.
    ///
    /// @param taken complete: nothing of the chart can be read afterwards
    public <T> ResponseEntity<?> take(
            Requester requester,
            PersonId person,
            Frame frame,
            ViewRequest asked,
            Function<Chart, Optional<T>> taken,
            Function<T, ResponseEntity<?>> work) {
        return charts.<Supplier<ResponseEntity<?>>>open(
                        requester, person, purpose(requester, person, asked), asked, opening -> switch (opening) {
                            case Opening.Opened(var chart) -> {
                                var found = taken.apply(chart);
                                yield found.isPresent()
                                        ? () -> work.apply(found.get())
                                        : answered(absent(chart, asked, frame));
                            }
                            case Opening.Closed(var reason) -> answered(closed(reason, person, requester, frame));
                        })
                .get();
    }

    /// The word of a refusal in the texts, for whoever has shown a tie.
    public static String word(Reason reason) {
        return switch (reason) {
            case NOT_KNOWN -> throw new IllegalArgumentException("Nobody is told of a person they have no tie to");
            case CONSENT_WITHDRAWN -> "consent-withdrawn";
            case CONSENT_MISSING -> "consent-missing";
            case CLOSED_BY_PERSON -> "closed-by-person";
            case FACILITY_DOES_NOT_VIEW -> "facility-does-not-view";
            case EMERGENCY_DOORS_ONLY -> "emergency-doors-only";
            case READING_LIMIT -> "reading-limit";
        };
    }

    /// Why it is opened: treatment, unless the reader has the whole chart open through an emergency door.
    private Purpose purpose(Requester requester, PersonId person, ViewRequest asked) {
        return asked.view().opensInEmergency()
                ? emergencies
                        .whole(requester, person)
                        .map(opening -> opening.door().purpose())
                        .orElse(Purpose.TREATMENT)
                : Purpose.TREATMENT;
    }

    /// Shows what an emergency needs first, through the door that stands open.
    ///
    /// @param closed what is shown where it stands open no more
    public ResponseEntity<String> firstLook(
            Requester requester,
            EmergencyOpening opening,
            Frame frame,
            Function<Chart, ?> screen,
            Supplier<ResponseEntity<String>> closed) {
        var view = ChartView.EMERGENCY;
        return charts.<Supplier<ResponseEntity<String>>>open(
                        requester, opening.person(), opening.door().purpose(), view, opened -> switch (opened) {
                            case Opening.Opened(var chart) -> {
                                var shown = screen.apply(chart);
                                yield () -> drawn(view.template().orElseThrow(), shown, frame);
                            }
                            case Opening.Closed(var reason) -> closed;
                        })
                .get();
    }

    private ResponseEntity<String> closed(Reason reason, PersonId person, Requester requester, Frame frame) {
        return reason.tied()
                ? Pages.answer(
                        reason == Reason.READING_LIMIT ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN,
                        pages.render(
                                "care/viewer/closed",
                                frame,
                                Map.of("page", new ClosedScreen(word(reason), emergency(reason, person, requester)))))
                : pages.notFound(frame);
    }

    /// The way to the emergency doors, for those who have them. A crew, which is answered so about anybody, finds the
    /// person there anew.
    private @Nullable String emergency(Reason reason, PersonId person, Requester requester) {
        if (!requester.may(Right.EMERGENCY)) {
            return null;
        }
        return reason == Reason.EMERGENCY_DOORS_ONLY
                ? "/emergency"
                : "/emergency/doors?card=" + tickets.write(new Ticket(person, "emergency"), requester);
    }
}
