package hmnet.ground.directory;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Successions.SuccessionResult;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What operators do about successions (承継の申請と確認), each act on the page of a facility.
@Controller
class SuccessionPage {
    private static final int WHY_MAX = 500;

    private final Facilities facilities;
    private final Successions successions;
    private final FacilityView view;
    private final Pages pages;

    SuccessionPage(Facilities facilities, Successions successions, FacilityView view, Pages pages) {
        this.facilities = facilities;
        this.successions = successions;
        this.view = view;
        this.pages = pages;
    }

    /// What is refused is shown again as it was typed.
    @PostMapping("/office/facilities/{id}/succession")
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") List<String> follows,
            @RequestParam(defaultValue = "predecessor") String rules,
            @RequestParam(defaultValue = "") String why,
            Requester requester,
            Frame frame) {
        var facility = view.find(id);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        var known = facilities.byCode(successor.strip());
        var day = TypedForm.day(on);
        var records = follows.contains("records");
        var problems = new HashMap<String, String>();
        if (known.isEmpty()) {
            problems.put("successor", "unknown");
        }
        if (day.isEmpty()) {
            problems.put("on", "day");
        }
        if (rules.equals("successor") && !records) {
            problems.put("rules", "records-first");
        }
        if (why.isBlank() || why.strip().length() > WHY_MAX) {
            problems.put("why", "why");
        }
        if (problems.isEmpty()) {
            var said = new Succession(
                    new FacilityId(id),
                    known.orElseThrow().id(),
                    day.orElseThrow(),
                    records,
                    follows.contains("cards"),
                    follows.contains("consents"),
                    follows.contains("relations"),
                    !rules.equals("successor"),
                    why.strip());
            var problem = problem(successions.ask(said, requester));
            if (!"circle".equals(problem)) {
                return FacilitiesPage.to(id, problem);
            }
            problems.put("successor", problem);
        }
        var typed = new HashMap<>(Map.of("successor", successor, "on", on, "rules", rules, "why", why));
        follows.forEach(word -> typed.put("follows-" + word, word));
        return view.succeeding(facility.get(), new TypedForm(typed, problems), requester, frame);
    }

    @PostMapping("/office/successions/{id}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, Requester requester) {
        return after(id, () -> successions.agree(id, requester));
    }

    @PostMapping("/office/successions/{id}/agreement/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, Requester requester) {
        return after(id, () -> successions.refuse(id, requester));
    }

    @PostMapping("/office/successions/{id}/undo")
    @Rule(Right.OPERATE)
    ResponseEntity<String> askUndo(@PathVariable long id, Requester requester) {
        return after(id, () -> successions.askUndo(id, requester));
    }

    @PostMapping("/office/successions/{id}/undo-agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> undo(@PathVariable long id, Requester requester) {
        return after(id, () -> successions.undo(id, requester));
    }

    @PostMapping("/office/successions/{id}/undo-agreement/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuseUndo(@PathVariable long id, Requester requester) {
        return after(id, () -> successions.refuseUndo(id, requester));
    }

    private ResponseEntity<String> after(long id, Supplier<SuccessionResult> act) {
        var known = successions.find(id);
        return known.isEmpty()
                ? FacilitiesPage.to(0, null)
                : FacilitiesPage.to(known.get().succession().facility().value(), problem(act.get()));
    }

    private static @Nullable String problem(SuccessionResult outcome) {
        return switch (outcome) {
            case ASKED, DONE -> null;
            case SAME_PERSON -> "same-person";
            case TAKEN_OVER -> "taken-over";
            case CIRCLE -> "circle";
            case OWN -> "own";
            case NOTHING -> "nothing";
        };
    }
}
