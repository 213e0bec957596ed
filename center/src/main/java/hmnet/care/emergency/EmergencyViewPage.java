package hmnet.care.emergency;

import hmnet.care.emergency.ViewScreen.EndedScreen;
import hmnet.care.emergency.ViewScreen.TransferSide;
import hmnet.care.lifebox.BoxWords;
import hmnet.care.summary.FirstLooks;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.consent.emergency.EmergencyTimings;
import hmnet.consent.emergency.LifeRisk;
import hmnet.consent.emergency.MistakenOpenings;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an emergency needs first, while its door stands open (救急の閲覧); and its end. Each is its opener's alone.
@Controller
class EmergencyViewPage {
    private static final int WORDS_MAX = 1_000;

    private final EmergencyOpenings openings;
    private final MistakenOpenings mistakes;
    private final EmergencyTimings timings;
    private final ChartPages chartPages;
    private final FirstLooks firstLooks;
    private final BoxWords boxWords;
    private final SecondFactor factor;
    private final Pages pages;
    private final Clock clock;

    EmergencyViewPage(
            EmergencyOpenings openings,
            MistakenOpenings mistakes,
            EmergencyTimings timings,
            ChartPages chartPages,
            FirstLooks firstLooks,
            BoxWords boxWords,
            SecondFactor factor,
            Pages pages,
            Clock clock) {
        this.openings = openings;
        this.mistakes = mistakes;
        this.timings = timings;
        this.chartPages = chartPages;
        this.firstLooks = firstLooks;
        this.boxWords = boxWords;
        this.factor = factor;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/emergency/views/{id}")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> show(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> page(opening, null, requester, frame));
    }

    /// The rest of the chart, one action further.
    @PostMapping("/emergency/views/{id}/rest")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> widen(@PathVariable long id, Requester requester, Frame frame) {
        return with(
                id,
                requester,
                frame,
                opening -> openings.widen(requester, id)
                        ? Pages.seeOther("/people/" + opening.person() + "/summary")
                        : Pages.seeOther(path(id)));
    }

    @PostMapping("/emergency/views/{id}/renewal")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> renew(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "") String code,
            Requester requester,
            HttpServletRequest request,
            Frame frame) {
        return with(id, requester, frame, opening -> {
            if (!openings.isRenewable(opening, requester)) {
                return Pages.seeOther(path(id));
            }
            var said = LifeRisk.of(risk);
            var problem = said.isEmpty() ? "missing" : EmergencyPage.problem(factor, requester, code, request);
            return problem == null
                    ? openings.renew(requester, id, said.orElseThrow())
                            .map(renewed -> Pages.seeOther(path(renewed.id())))
                            .orElseGet(() -> Pages.seeOther(path(id)))
                    : page(opening, problem, requester, frame);
        });
    }

    /// Handed over, or read enough.
    @PostMapping("/emergency/views/{id}/end")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> end(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> {
            openings.end(requester, id);
            return Pages.seeOther(
                    opening.withoutConsent() && opening.wordsAt() == null ? path(id) : "/emergency?done=ended");
        });
    }

    /// How long the browser took to show it, in milliseconds.
    @PostMapping("/emergency/views/{id}/timing")
    @Rule(Right.EMERGENCY)
    ResponseEntity<Void> painted(
            @PathVariable long id, @RequestParam(defaultValue = "-1") int ms, Requester requester) {
        timings.painted(requester, id, ms);
        return ResponseEntity.noContent().build();
    }

    /// The wrong person: it ends at once, and the office looks into it.
    @PostMapping("/emergency/views/{id}/mistake")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> mistake(@PathVariable long id, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> {
            mistakes.say(requester, id);
            return Pages.seeOther(EmergencyPage.PATH + "?done=mistaken");
        });
    }

    @PostMapping("/emergency/views/{id}/words")
    @Rule(Right.EMERGENCY)
    ResponseEntity<String> explain(
            @PathVariable long id, @RequestParam(defaultValue = "") String words, Requester requester, Frame frame) {
        return with(id, requester, frame, opening -> {
            if (words.isBlank() || words.length() > WORDS_MAX) {
                return ended(opening, "words", frame);
            }
            return openings.explain(requester, id, words)
                    ? Pages.seeOther("/emergency?done=said")
                    : ended(opening, "not-owed", frame);
        });
    }

    private ResponseEntity<String> with(
            long id, Requester requester, Frame frame, Function<EmergencyOpening, ResponseEntity<String>> act) {
        return openings.own(requester, id)
                .filter(EmergencyOpening::isOfEmergency)
                .map(act)
                .orElseGet(() -> pages.notFound(frame));
    }

    private static String path(long id) {
        return "/emergency/views/" + id;
    }

    private ResponseEntity<String> page(
            EmergencyOpening opening, @Nullable String problem, Requester requester, Frame frame) {
        if (!opening.isOpen(OffsetDateTime.now(clock))) {
            return ended(opening, null, frame);
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
                        handing(opening, requester),
                        timings.shown(opening),
                        openings.isWidenable(opening, requester),
                        openings.isRenewable(opening, requester),
                        !requester.emergencyOnly(),
                        openings.owesWords(opening)
                                ? opening.openedAt().plus(openings.settings().wordsWithin())
                                : null,
                        firstLooks.of(chart, frame.m()),
                        boxWords.forCrews(chart.person().id(), frame.m()).orElse(null),
                        problem),
                () -> ended(opening, null, frame));
    }

    private static @Nullable TransferSide handing(EmergencyOpening opening, Requester requester) {
        if (opening.handedFrom() != null) {
            return TransferSide.AT_HOSPITAL;
        }
        return requester.emergencyOnly() ? TransferSide.FROM_CREW : null;
    }

    private ResponseEntity<String> ended(EmergencyOpening opening, @Nullable String problem, Frame frame) {
        var now = OffsetDateTime.now(clock);
        var at = Objects.requireNonNullElse(opening.endedAt(), opening.until().isAfter(now) ? now : opening.until());
        var screen = new EndedScreen(path(opening.id()), at, openings.owesWords(opening), problem);
        return Pages.answer(
                problem == null ? HttpStatus.GONE : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("care/emergency/ended", frame, Map.of("page", screen)));
    }
}
