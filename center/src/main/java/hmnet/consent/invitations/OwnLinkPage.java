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
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.Throttle;
import hmnet.people.patients.PersonId;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Throttle throttle;
    private final Pages pages;

    OwnLinkPage(
            Invitations invitations,
            Consents consents,
            ConsentNotices notices,
            Facilities facilities,
            OwnWhoses whoses,
            Throttle throttle,
            Pages pages) {
        this.whoses = whoses;
        this.throttle = throttle;
        this.invitations = invitations;
        this.consents = consents;
        this.notices = notices;
        this.facilities = facilities;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping("/my/link")
    ResponseEntity<String> look(
            @RequestParam(defaultValue = "") String code,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        return asked(code, resident) == GuessVerdict.HELD
                ? page("", "held", resident, HttpStatus.TOO_MANY_REQUESTS, request, frame)
                : page(code, code.isEmpty() ? null : "over", resident, HttpStatus.OK, request, frame);
    }

    /// Whether a code may be tried, and stands open.
    private enum GuessVerdict {
        OPEN,
        OVER,
        HELD
    }

    /// Each code that opens nothing counts as a miss of the account: whoever goes on has to wait, longer each time.
    private GuessVerdict asked(String code, ResidentCaller resident) {
        var known = InvitationCode.of(code);
        if (known.isEmpty()) {
            return GuessVerdict.OVER;
        }
        var guesser = "my/link " + resident.account();
        if (throttle.charge(guesser, guesser).isPresent()) {
            return GuessVerdict.HELD;
        }
        if (invitations.inviting(known.get()).isEmpty()) {
            return GuessVerdict.OVER;
        }
        throttle.succeeded(guesser, guesser);
        return GuessVerdict.OPEN;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/link")
    ResponseEntity<String> take(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String version,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        if (asked(code, resident) == GuessVerdict.HELD) {
            return page("", "held", resident, HttpStatus.TOO_MANY_REQUESTS, request, frame);
        }
        var choice = ConsentChoice.of(position).filter(ConsentChoice::given);
        if (choice.isEmpty() && !agrees(resident)) {
            return page(code, "position", resident, HttpStatus.UNPROCESSABLE_CONTENT, request, frame);
        }
        if (!agrees(resident) && !version.equals(notices.current())) {
            return page(code, "notice", resident, HttpStatus.UNPROCESSABLE_CONTENT, request, frame);
        }
        var taken = InvitationCode.of(code)
                .filter(one -> invitations.take(one, resident, choice))
                .isPresent();
        return taken
                ? Pages.seeOther("/my/facilities?done=linked")
                : page("", "over", resident, HttpStatus.UNPROCESSABLE_CONTENT, request, frame);
    }

    private boolean agrees(ResidentCaller resident) {
        return consents.of(new PersonId(resident.person())).state() == ConsentState.GIVEN;
    }

    /// @param problem `over` where the code stands open no more, `held` after too many such, `position` where
    /// nothing was chosen, `notice` where the page showed an earlier version than today's
    private ResponseEntity<String> page(
            String code,
            @Nullable String problem,
            ResidentCaller resident,
            HttpStatus status,
            HttpServletRequest request,
            Frame frame) {
        var known = InvitationCode.of(code);
        var facility = known.flatMap(invitations::inviting).map(facilities::get);
        var model = new HashMap<String, Object>();
        model.put("code", known.map(InvitationCode::printed).orElse(code.length() > 40 ? "" : code));
        model.put("facility", facility.orElse(null));
        model.put("whose", whoses.of(resident));
        model.put("agrees", agrees(resident));
        model.put("notice", notices.inForce());
        model.put("takes", RelyingParty.of(request).origin() + "/my/link?code=");
        model.put("problem", facility.isPresent() && "over".equals(problem) ? null : problem);
        return Pages.answer(
                facility.isEmpty() && "over".equals(problem) ? HttpStatus.UNPROCESSABLE_CONTENT : status,
                pages.render("consent/invitations/link", frame.ofResident(), model));
    }
}
