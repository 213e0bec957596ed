package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.OwnCertificatesScreen.FoundCertificate;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateTickets;
import hmnet.ground.personcertificates.FacilityDevices;
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

/// The devices of a facility and the cards of its people (施設の端末・カード): a desk registers the device at which it sits, and
/// ends what was lost or stolen; so does an operator for any facility.
@Controller
class FacilityCertificatesPage {
    private static final String PAGE = "/sign-in-certificates/facility";
    private static final Set<String> DONE = Set.of("added", "ended");
    private static final String CARD = "card";

    private final Facilities facilities;
    private final CertificateTickets tickets;
    private final CertificateEnrolments enrolments;
    private final FacilityDevices devices;
    private final PersonCards cards;
    private final SecondFactor factor;
    private final TicketCookie cookie;
    private final DoorAddress addresses;
    private final Pages pages;

    FacilityCertificatesPage(
            Facilities facilities,
            CertificateTickets tickets,
            CertificateEnrolments enrolments,
            FacilityDevices devices,
            PersonCards cards,
            SecondFactor factor,
            TicketCookie cookie,
            DoorAddress addresses,
            Pages pages) {
        this.facilities = facilities;
        this.tickets = tickets;
        this.enrolments = enrolments;
        this.devices = devices;
        this.cards = cards;
        this.factor = factor;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
    }

    /// One's own facility; an operator may name another by its code.
    @Rule(Right.MEMBERS)
    @GetMapping(PAGE)
    @MenuPlace(text = "menu.sign-in-certificates", icon = "lock", group = MenuGroup.NETWORK, order = 82)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String told,
            Requester by,
            HttpServletRequest request,
            Frame frame) {
        var word = ShownWords.known(told);
        var shown = word == null
                ? cookie.read(request).flatMap(one -> tickets.read(one, CertificateWay.DEVICE.word()))
                : Optional.<ShownCertificate>empty();
        return facilities
                .shown(facility, by)
                .map(one ->
                        page(one, word != null ? word : objection(shown), Pages.known(DONE, done), shown, by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// The device at which the reader sits becomes one of their facility's.
    @Rule(Right.MEMBERS)
    @PostMapping(PAGE)
    ResponseEntity<String> register(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String code,
            Requester by,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var own = facilities.get(by.facility());
        var ticket = cookie.read(request);
        var shown = ticket.flatMap(one -> tickets.read(one, CertificateWay.DEVICE.word()));
        if (!(shown.orElse(null) instanceof Device(var chain))) {
            var problem = shown.isEmpty() ? "cardsignin.over" : objection(shown);
            return page(own, problem, null, Optional.empty(), by, frame);
        }
        if (label.isBlank()) {
            return page(own, "cardsignin.facility.label-missing", null, shown, by, frame);
        }
        var proof = factor.shown(by, code, request);
        if (proof != ShownFactor.RIGHT) {
            var problem = proof == ShownFactor.HELD ? "cardsignin.refused.held" : "signin.code.wrong";
            return page(own, problem, null, shown, by, frame);
        }
        ticket.ifPresent(one -> tickets.take(one, CertificateWay.DEVICE.word()));
        cookie.end(request, response);
        return switch (enrolments.register(by, chain, label.strip())) {
            case ADDED -> Pages.seeOther(PAGE + "?done=added");
            case TAKEN -> page(own, "cardsignin.facility.taken", null, Optional.empty(), by, frame);
            case TOO_MANY -> page(own, "cardsignin.facility.many", null, Optional.empty(), by, frame);
        };
    }

    /// @param kind `card` or `device`
    @Rule(Right.MEMBERS)
    @PostMapping(PAGE + "/end")
    ResponseEntity<String> end(
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long number,
            Requester by,
            Frame frame) {
        var at = facilities.shown(facility, by);
        var ended = at.isPresent()
                && (kind.equals(CARD)
                        ? enrolments.endCard(number, at.get().id(), by)
                        : enrolments.endDevice(number, at.get().id(), by));
        return ended ? Pages.seeOther(PAGE + "?done=ended&facility=" + at.get().code()) : pages.notFound(frame);
    }

    /// A key of why what was shown is no device; null where it may be one, or nothing was shown.
    private static @Nullable String objection(Optional<ShownCertificate> shown) {
        if (shown.isEmpty()) {
            return null;
        }
        return switch (shown.get()) {
            case Device device -> null;
            case Professional card -> "cardsignin.facility.card";
            case Refused(var chain, var why) -> ShownWords.of(why);
        };
    }

    private ResponseEntity<String> page(
            Facility facility,
            @Nullable String problem,
            @Nullable String done,
            Optional<ShownCertificate> shown,
            Requester by,
            Frame frame) {
        var own = facility.id().equals(by.facility());
        var found = own && shown.orElse(null) instanceof Device(var chain)
                ? new FoundCertificate(chain.subject(), "", chain.serial(), chain.notAfter())
                : null;
        var screen = new FacilityCertificatesScreen(
                problem,
                done,
                facility.name(),
                facility.code(),
                by.may(Right.OPERATE),
                own,
                devices.of(facility.id()),
                cards.of(facility.id()),
                found,
                addresses.there(CertificateWay.DEVICE, null).orElse(null));
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("ground/cardsignin/facility", frame, Map.of("page", screen)));
    }
}
