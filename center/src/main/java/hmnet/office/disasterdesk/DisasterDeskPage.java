package hmnet.office.disasterdesk;

import hmnet.consent.emergency.DisasterLooks;
import hmnet.consent.emergency.DisasterLooks.DisasterLook;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.disaster.Disaster;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.disasterdesk.DisasterDeskScreen.LookLine;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office looks through what was opened under a disaster mode, and sends what it doubts to the review
/// (災害時の閲覧の振り返り). Whom an opening was about stands in the review alone.
@Controller
class DisasterDeskPage {
    private static final int PAGE = 200;

    private final Disasters disasters;
    private final DisasterLooks looks;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;
    private final Clock clock;

    DisasterDeskPage(
            Disasters disasters, DisasterLooks looks, Facilities facilities, Staff staff, Pages pages, Clock clock) {
        this.disasters = disasters;
        this.looks = looks;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/office/disaster/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        return disasters
                .find(id)
                .map(one -> page(one, after, "chosen".equals(done), "gone".equals(problem), by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// Sends one to the review.
    @PostMapping("/office/disaster/{id}/looks")
    @Rule(Right.OFFICE)
    ResponseEntity<String> choose(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long opening,
            @RequestParam(defaultValue = "0") long after,
            Requester by,
            Frame frame) {
        return disasters
                .find(id)
                .map(one -> Pages.seeOther("/office/disaster/" + id + "?after=" + after + "&"
                        + (looks.choose(by, one, opening) ? "done=chosen" : "problem=gone")))
                .orElseGet(() -> pages.notFound(frame));
    }

    private ResponseEntity<String> page(
            Disaster disaster, long after, boolean done, boolean problem, Requester by, Frame frame) {
        var found = looks.of(by, disaster, after, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var names = staff.names(
                shown.stream().map(look -> look.opening().staff()).distinct().toList());
        var screen = new DisasterDeskScreen(
                disaster.id(),
                disaster.since(),
                disaster.end(),
                disaster.holds(OffsetDateTime.now(clock)),
                looks.count(disaster),
                shown.stream().map(look -> line(look, names)).toList(),
                found.size() > PAGE ? shown.getLast().opening().id() : null,
                done,
                problem);
        return Pages.answer(
                problem ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render("office/disasterdesk/looks", frame, Map.of("page", screen, "after", after)));
    }

    private LookLine line(DisasterLook look, Map<StaffId, String> names) {
        var opening = look.opening();
        return new LookLine(
                opening.id(),
                opening.openedAt(),
                facilities.get(opening.facility()).name(),
                opening.profession(),
                names.getOrDefault(opening.staff(), ""),
                opening.door().word(),
                look.chosen());
    }
}
