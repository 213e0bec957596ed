package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.OwnCertificatesScreen.FoundCertificate;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateTickets;
import hmnet.ground.personcertificates.PersonCards;
import hmnet.ground.personcertificates.ShownCertificate;
import hmnet.ground.personcertificates.ShownCertificate.Device;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import hmnet.ground.personcertificates.ShownCertificate.Refused;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.SecondFactor;
import hmnet.ground.signin.SecondFactor.ShownFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own cards (自分のHPKIカード): those that stand, another one, the end of one. Registering asks for a code again, so
/// that a screen left open ties nobody's card to an account.
@Controller
class OwnCertificatesPage {
    private static final String PAGE = "/sign-in-certificates";
    private static final Set<String> DONE = Set.of("added", "ended");

    private final CertificateTickets tickets;
    private final CertificateEnrolments enrolments;
    private final PersonCards cards;
    private final SecondFactor factor;
    private final TicketCookie cookie;
    private final DoorAddress addresses;
    private final Pages pages;

    OwnCertificatesPage(
            CertificateTickets tickets,
            CertificateEnrolments enrolments,
            PersonCards cards,
            SecondFactor factor,
            TicketCookie cookie,
            DoorAddress addresses,
            Pages pages) {
        this.tickets = tickets;
        this.enrolments = enrolments;
        this.cards = cards;
        this.factor = factor;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
    }

    @Rule(Right.SIGNED_IN)
    @GetMapping(PAGE)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String told,
            Requester person,
            HttpServletRequest request,
            Frame frame) {
        var word = ShownWords.known(told);
        var shown = word == null
                ? cookie.read(request).flatMap(one -> tickets.read(one, CertificateWay.OWN.word()))
                : Optional.<ShownCertificate>empty();
        return page(person, word != null ? word : objection(shown), Pages.known(DONE, done), shown, frame);
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE)
    ResponseEntity<String> register(
            @RequestParam(defaultValue = "") String code,
            Requester person,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var ticket = cookie.read(request);
        var shown = ticket.flatMap(one -> tickets.read(one, CertificateWay.OWN.word()));
        if (!(shown.orElse(null) instanceof Professional card)) {
            var problem = shown.isEmpty() ? "cardsignin.over" : objection(shown);
            return page(person, problem, null, Optional.empty(), frame);
        }
        var proof = factor.shown(person, code, request);
        if (proof != ShownFactor.RIGHT) {
            var problem = proof == ShownFactor.HELD ? "cardsignin.refused.held" : "signin.code.wrong";
            return page(person, problem, null, shown, frame);
        }
        ticket.ifPresent(one -> tickets.take(one, CertificateWay.OWN.word()));
        cookie.end(request, response);
        return switch (enrolments.register(person, card)) {
            case ADDED -> Pages.seeOther(PAGE + "?done=added");
            case TAKEN -> page(person, "cardsignin.own.taken", null, Optional.empty(), frame);
            case OTHER_PROFESSION -> page(person, "cardsignin.refused.other-profession", null, Optional.empty(), frame);
            case TOO_MANY -> page(person, "cardsignin.own.many", null, Optional.empty(), frame);
        };
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE + "/end")
    ResponseEntity<String> end(@RequestParam(defaultValue = "0") long card, Requester person, Frame frame) {
        return enrolments.endOwn(card, person) ? Pages.seeOther(PAGE + "?done=ended") : pages.notFound(frame);
    }

    /// A key of why what was shown is nobody's card; null where it may be one, or nothing was shown.
    private static @Nullable String objection(Optional<ShownCertificate> shown) {
        if (shown.isEmpty()) {
            return null;
        }
        return switch (shown.get()) {
            case Professional card -> null;
            case Device device -> "cardsignin.own.device";
            case Refused(var chain, var why) -> ShownWords.of(why);
        };
    }

    private ResponseEntity<String> page(
            Requester person,
            @Nullable String problem,
            @Nullable String done,
            Optional<ShownCertificate> shown,
            Frame frame) {
        var found = shown.orElse(null) instanceof Professional(var chain, var role, var professions)
                ? new FoundCertificate(chain.subject(), role.text(), chain.serial(), chain.notAfter())
                : null;
        var screen = new OwnCertificatesScreen(
                problem,
                done,
                cards.of(person.staff()),
                found,
                person.may(Right.MEMBERS),
                addresses.there(CertificateWay.OWN, null).orElse(null));
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("ground/cardsignin/own", frame, Map.of("page", screen)));
    }
}
