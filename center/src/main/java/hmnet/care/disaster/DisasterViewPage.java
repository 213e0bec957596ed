package hmnet.care.disaster;

import hmnet.care.emergency.ViewScreen;
import hmnet.care.emergency.ViewScreen.EndedScreen;
import hmnet.care.summary.FirstLooks;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The emergency view of somebody, while the disaster mode and the view itself hold (災害時の閲覧): the screen
/// of the emergency doors, and no more of the chart. Each is its opener's alone. What a reviewer asks about it
/// is answered also when the mode is over; that page shows nothing of anybody.
@Controller
class DisasterViewPage {
    private static final int WORDS_MAX = 1_000;

    private final EmergencyOpenings openings;
    private final Disasters disasters;
    private final ChartPages chartPages;
    private final FirstLooks firstLooks;
    private final Pages pages;
    private final Clock clock;

    DisasterViewPage(
            EmergencyOpenings openings,
            Disasters disasters,
            ChartPages chartPages,
            FirstLooks firstLooks,
            Pages pages,
            Clock clock) {
        this.openings = openings;
        this.disasters = disasters;
        this.chartPages = chartPages;
        this.firstLooks = firstLooks;
        this.pages = pages;
        this.clock = clock;
    }

    static String path(long id) {
        return "/disaster/views/" + id;
    }

    @GetMapping("/disaster/views/{id}")
    @Rule(Right.DISASTER)
    ResponseEntity<String> show(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> page(opening, requester, frame));
    }

    @PostMapping("/disaster/views/{id}/end")
    @Rule(Right.DISASTER)
    ResponseEntity<String> end(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> {
            openings.end(requester, id);
            return Pages.seeOther(DisasterFindPage.PATH + "?done=ended");
        });
    }

    @GetMapping("/disaster/views/{id}/words")
    @Rule(Right.SIGNED_IN)
    ResponseEntity<String> words(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> ended(opening, null, HttpStatus.OK, frame));
    }

    @PostMapping("/disaster/views/{id}/words")
    @Rule(Right.SIGNED_IN)
    ResponseEntity<String> explain(
            @PathVariable long id, @RequestParam(defaultValue = "") String words, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> {
            if (words.isBlank() || words.length() > WORDS_MAX) {
                return ended(opening, "words", HttpStatus.UNPROCESSABLE_CONTENT, frame);
            }
            return openings.explain(requester, id, words)
                    ? Pages.seeOther(path(id) + "/words")
                    : ended(opening, "not-owed", HttpStatus.UNPROCESSABLE_CONTENT, frame);
        });
    }

    private ResponseEntity<String> with(
            long id, Requester requester, Frame frame, Function<EmergencyOpening, ResponseEntity<String>> act) {
        return openings.own(requester, id)
                .filter(opening -> !opening.isOfEmergency())
                .map(act)
                .orElseGet(() -> pages.notFound(frame));
    }

    private ResponseEntity<String> page(EmergencyOpening opening, Requester requester, Frame frame) {
        if (!opening.isOpen(OffsetDateTime.now(clock))) {
            return ended(opening, null, HttpStatus.GONE, frame);
        }
        return chartPages.firstLook(
                requester,
                opening,
                frame,
                chart -> new ViewScreen(
                        path(opening.id()),
                        opening.door().word(),
                        opening.until(),
                        requester.emergencyOnly(),
                        null,
                        false,
                        false,
                        false,
                        false,
                        null,
                        firstLooks.of(chart, frame.m()),
                        null,
                        null),
                () -> ended(opening, null, HttpStatus.GONE, frame));
    }

    private ResponseEntity<String> ended(
            EmergencyOpening opening, @Nullable String problem, HttpStatus status, Frame frame) {
        var screen = new EndedScreen(path(opening.id()), end(opening), openings.owesWords(opening), problem);
        return Pages.answer(status, pages.render("care/disaster/ended", frame, Map.of("page", screen)));
    }

    /// The first of what ended it, or now.
    private OffsetDateTime end(EmergencyOpening opening) {
        var mode =
                Optional.ofNullable(opening.disaster()).flatMap(disasters::find).map(Disaster::end);
        return Stream.of(
                        Optional.ofNullable(opening.endedAt()).orElse(opening.until()),
                        mode.orElse(opening.until()),
                        OffsetDateTime.now(clock))
                .min(OffsetDateTime::compareTo)
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
