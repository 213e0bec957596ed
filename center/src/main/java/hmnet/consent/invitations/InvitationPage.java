package hmnet.consent.invitations;

import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.QrText;
import hmnet.ground.directory.Requester;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A facility shows a code that the resident's telephone scans (つながりの案内の表示; F237).
@Controller
class InvitationPage {
    private static final String PATH = "/invitations";

    private final Invitations invitations;
    private final Persons persons;
    private final Protections protections;
    private final Pages pages;
    private final Clock clock;

    InvitationPage(Invitations invitations, Persons persons, Protections protections, Pages pages, Clock clock) {
        this.invitations = invitations;
        this.persons = persons;
        this.protections = protections;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.invitations", icon = "card", group = MenuGroup.CARE, order = 22)
    ResponseEntity<String> show(Frame frame) {
        return page(HttpStatus.OK, false, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.LINK)
    ResponseEntity<String> make(Requester by, Frame frame) {
        return invitations
                .make(by)
                .map(code -> Pages.seeOther(PATH + "/" + code.value()))
                .orElseGet(() -> page(HttpStatus.TOO_MANY_REQUESTS, true, frame));
    }

    private ResponseEntity<String> page(HttpStatus status, boolean tooMany, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("tooMany", tooMany);
        return Pages.answer(status, pages.render("consent/invitations/invite", frame, model));
    }

    /// To whoever made it, and to nobody else.
    @GetMapping("/invitations/{code}")
    @Rule(Right.LINK)
    ResponseEntity<String> shown(@PathVariable String code, Requester by, HttpServletRequest request, Frame frame) {
        var known = InvitationCode.of(code);
        var state = known.flatMap(one -> invitations.own(one, by));
        if (state.isEmpty()) {
            return pages.notFound(frame);
        }
        var taker = state.get().takenBy();
        var person = taker == null || protections.keeps(by, taker)
                ? null
                : persons.find(taker).orElse(null);
        var address = RelyingParty.of(request).origin() + "/my/link?code="
                + known.orElseThrow().value();
        var model = new HashMap<String, Object>();
        model.put("code", known.orElseThrow());
        model.put("until", state.get().until());
        model.put("qr", QrText.of(address));
        model.put("taken", taker != null);
        model.put("over", !state.get().until().toInstant().isAfter(clock.instant()));
        model.put("person", person);
        model.put("chart", person != null && by.may(Right.VIEW_CHART) ? chart(person) : null);
        return Pages.answer(HttpStatus.OK, pages.render("consent/invitations/shown", frame, model));
    }

    private static String chart(Person person) {
        return "/people/" + person.id() + "/summary";
    }
}
