package hmnet.consent.invitations;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident who scanned a facility's code sees whose it is, chooses what to show, and agrees (施設とつながる; F237). The tie
/// is ended among the facilities that the page leads to.
@Controller
class OwnLinkPage {
    private final Invitations invitations;
    private final Consents consents;
    private final ConsentNotices notices;
    private final Facilities facilities;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnLinkPage(
            Invitations invitations,
            Consents consents,
            ConsentNotices notices,
            Facilities facilities,
            OwnWhoses whoses,
            Pages pages) {
        this.whoses = whoses;
        this.invitations = invitations;
        this.consents = consents;
        this.notices = notices;
        this.facilities = facilities;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/link")
    ResponseEntity<String> look(@RequestParam(defaultValue = "") String code, ResidentCaller resident, Frame frame) {
        return page(code, code.isEmpty() ? null : "over", resident, HttpStatus.OK, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/link")
    ResponseEntity<String> take(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String version,
            ResidentCaller resident,
            Frame frame) {
        var choice = ConsentChoice.of(position).filter(ConsentChoice::given);
        if (choice.isEmpty() && !agrees(resident)) {
            return page(code, "position", resident, HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        if (!agrees(resident) && !version.equals(notices.current())) {
            return page(code, "notice", resident, HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        var taken = InvitationCode.of(code)
                .filter(one -> invitations.take(one, resident, choice))
                .isPresent();
        return taken
                ? Pages.seeOther("/my/facilities?done=linked")
                : page("", "over", resident, HttpStatus.UNPROCESSABLE_CONTENT, frame);
    }

    private boolean agrees(ResidentCaller resident) {
        return consents.of(new PersonId(resident.person())).state() == ConsentState.GIVEN;
    }

    /// @param problem `over` where the code stands open no more, `position` where nothing was chosen,
    /// `notice` where the page showed an earlier version than today's
    private ResponseEntity<String> page(
            String code, @Nullable String problem, ResidentCaller resident, HttpStatus status, Frame frame) {
        var known = InvitationCode.of(code);
        var facility = known.flatMap(invitations::inviting).map(facilities::get);
        var model = new HashMap<String, Object>();
        model.put("code", known.map(InvitationCode::printed).orElse(code.length() > 40 ? "" : code));
        model.put("facility", facility.orElse(null));
        model.put("whose", whoses.of(resident));
        model.put("agrees", agrees(resident));
        model.put("notice", notices.inForce());
        model.put("problem", facility.isPresent() && "over".equals(problem) ? null : problem);
        return Pages.answer(
                facility.isEmpty() && problem != null ? HttpStatus.UNPROCESSABLE_CONTENT : status,
                pages.render("consent/invitations/link", frame.ofResident(), model));
    }
}
