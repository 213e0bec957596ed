package hmnet.ground.directory;

import hmnet.ground.directory.Successions.SuccessionResult;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    SuccessionPage(Facilities facilities, Successions successions) {
        this.facilities = facilities;
        this.successions = successions;
    }

    @PostMapping("/office/facilities/{id}/succession")
    @Rule(Right.OPERATE)
    ResponseEntity<String> ask(
            @PathVariable long id,
            @RequestParam String successor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") List<String> follows,
            @RequestParam(defaultValue = "predecessor") String rules,
            @RequestParam String why,
            Requester requester) {
        var known = facilities.byCode(successor.strip());
        if (known.isEmpty()
                || facilities.all().stream().noneMatch(one -> one.id().value() == id)) {
            return FacilitiesPage.to(id, "unknown");
        }
        var records = follows.contains("records");
        if (why.isBlank() || why.length() > WHY_MAX || rules.equals("successor") && !records) {
            return FacilitiesPage.to(id, "missing");
        }
        var said = new Succession(
                new FacilityId(id),
                known.get().id(),
                on,
                records,
                follows.contains("cards"),
                follows.contains("consents"),
                follows.contains("relations"),
                !rules.equals("successor"),
                why.strip());
        return FacilitiesPage.to(id, problem(successions.ask(said, requester)));
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
