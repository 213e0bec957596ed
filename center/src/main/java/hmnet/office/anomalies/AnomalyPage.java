package hmnet.office.anomalies;

import static java.util.stream.Collectors.toMap;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.anomalies.AnomalyDesk.FindingFilter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where readings out of the ordinary are dealt with (監査の気づき): the office's, and a facility's desk about its own
/// people.
@Controller
class AnomalyPage {
    static final String PATH = "/office/anomalies";
    private static final int WORDS_MAX = 1_000;
    private static final int DAYS_MAX = 366;
    private static final Set<String> DONE =
            Arrays.stream(FindingOutcome.values()).map(FindingOutcome::word).collect(Collectors.toSet());

    private final AnomalyDesk desk;
    private final AnomalyScreens screens;
    private final Facilities facilities;
    private final Pages pages;

    AnomalyPage(AnomalyDesk desk, AnomalyScreens screens, Facilities facilities, Pages pages) {
        this.desk = desk;
        this.screens = screens;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.ALERTS)
    @MenuPlace(text = "menu.anomalies", icon = "warn", group = MenuGroup.NETWORK, order = 58)
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(required = false) @Nullable String done,
            Requester requester,
            Frame frame) {
        var filter = new FindingFilter(number(facility).orElse(null), rule(rule).orElse(null));
        return list(HttpStatus.OK, filter, Pages.known(DONE, done), TypedForm.NOTHING, requester, frame);
    }

    private ResponseEntity<String> list(
            HttpStatus status,
            FindingFilter filter,
            @Nullable String done,
            TypedForm report,
            Requester requester,
            Frame frame) {
        var screen = screens.list(filter, done, report, requester);
        return Pages.answer(status, pages.render("office/anomalies/findings", frame, Map.of("page", screen)));
    }

    @GetMapping("/office/anomalies/{id}")
    @Rule(Right.ALERTS)
    ResponseEntity<String> show(@PathVariable long id, Requester requester, Frame frame) {
        return page(id, TypedForm.NOTHING, requester, frame);
    }

    @PostMapping("/office/anomalies/{id}")
    @Rule(Right.ALERTS)
    ResponseEntity<String> close(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            Requester requester,
            Frame frame) {
        var decided = FindingOutcome.typed(outcome);
        var typed = Map.of("outcome", outcome, "words", words);
        if (decided.isEmpty()) {
            return page(id, new TypedForm(typed, Map.of("outcome", "outcome")), requester, frame);
        }
        if (words.isBlank() || words.length() > WORDS_MAX) {
            return page(id, new TypedForm(typed, Map.of("words", "words")), requester, frame);
        }
        return desk.close(id, decided.get(), words, requester)
                ? Pages.seeOther(PATH + "?done=" + decided.get().word())
                : page(id, new TypedForm(typed, Map.of("outcome", "refused")), requester, frame);
    }

    private ResponseEntity<String> page(long id, TypedForm form, Requester requester, Frame frame) {
        return desk.look(id, requester)
                .map(shown -> screens.of(shown, form, requester))
                .map(screen -> Pages.answer(
                        form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                        pages.render("office/anomalies/finding", frame, Map.of("page", screen))))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/office/anomalies/report")
    @Rule(Right.ALERTS)
    ResponseEntity<?> report(
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Requester requester,
            Frame frame) {
        var first = TypedForm.day(from);
        var last = TypedForm.day(until)
                .filter(day -> first.isEmpty()
                        || !day.isBefore(first.get()) && ChronoUnit.DAYS.between(first.get(), day) < DAYS_MAX);
        if (first.isEmpty() || last.isEmpty()) {
            var problems = new HashMap<String, String>();
            if (first.isEmpty()) {
                problems.put("from", "from");
            }
            if (last.isEmpty()) {
                problems.put("until", "until");
            }
            var typed = new TypedForm(Map.of("from", from, "until", until, "facility", facility), problems);
            return list(HttpStatus.UNPROCESSABLE_CONTENT, FindingFilter.NONE, null, typed, requester, frame);
        }
        var whose = requester.may(Right.OFFICE) ? number(facility).orElse(null) : requester.facility();
        var byNumber = facilities.all().stream().collect(toMap(Facility::id, one -> one));
        var bytes = AnomalySheet.of(desk.report(whose, first.get(), last.get(), requester), byNumber);
        return Pages.csv("anomalies.csv", bytes);
    }

    private static Optional<FacilityId> number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Optional.of(new FacilityId(Long.parseLong(typed))) : Optional.empty();
    }

    private static Optional<AnomalyRule> rule(String typed) {
        return Arrays.stream(AnomalyRule.values())
                .filter(one -> one.word().equals(typed))
                .findFirst();
    }
}
