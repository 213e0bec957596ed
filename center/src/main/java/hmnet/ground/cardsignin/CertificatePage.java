package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.CertificateVerdict.DevicePlace;
import hmnet.ground.cardsignin.CertificateVerdict.Nobody;
import hmnet.ground.cardsignin.CertificateVerdict.ProvenHolder;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateChain;
import hmnet.ground.personcertificates.CertificateTickets;
import hmnet.ground.personcertificates.FacilityDevices;
import hmnet.ground.personcertificates.PersonCards;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.CertificateEntry;
import hmnet.ground.signin.CertificateEntry.EntryAnswer;
import hmnet.ground.signin.Sessions.ProvenCertificate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in with a certificate that was just shown (証明書によるサインイン): a card's holder says yes, a device's user adds a
/// password. Nobody is signed in by a link, only by this page's own form (A018).
@Controller
class CertificatePage {
    private static final String PAGE = "/signin/certificate";
    private static final long MINUTE = 60;

    private final CertificateTickets tickets;
    private final CertificateOwners owners;
    private final PersonCards cards;
    private final FacilityDevices devices;
    private final CertificateEntry entry;
    private final TicketCookie cookie;
    private final DoorAddress addresses;
    private final Pages pages;

    CertificatePage(
            CertificateTickets tickets,
            CertificateOwners owners,
            PersonCards cards,
            FacilityDevices devices,
            CertificateEntry entry,
            TicketCookie cookie,
            DoorAddress addresses,
            Pages pages) {
        this.tickets = tickets;
        this.owners = owners;
        this.cards = cards;
        this.devices = devices;
        this.entry = entry;
        this.cookie = cookie;
        this.addresses = addresses;
        this.pages = pages;
    }

    @Rule(Right.PUBLIC)
    @GetMapping(PAGE)
    ResponseEntity<String> show(
            @RequestParam(name = "return", required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String told,
            HttpServletRequest request,
            Frame frame) {
        var word = ShownWords.known(told);
        var empty = screen(back);
        if (word != null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, empty.with(word, 0), frame);
        }
        return cookie.read(request)
                .flatMap(one -> tickets.read(one, CertificateWay.SIGN_IN.word()))
                .map(owners::of)
                .map(verdict -> page(HttpStatus.OK, screen(verdict, back), frame))
                .orElseGet(() -> page(HttpStatus.OK, empty, frame));
    }

    @Rule(Right.PUBLIC)
    @PostMapping(PAGE)
    ResponseEntity<String> enter(
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var shown = cookie.read(request).flatMap(one -> tickets.take(one, CertificateWay.SIGN_IN.word()));
        cookie.end(request, response);
        if (shown.isEmpty()) {
            return over(back, frame);
        }
        return switch (owners.of(shown.get())) {
            case ProvenHolder(var person, var chain) -> {
                entry.card(person, proven(chain), request, response);
                cards.used(chain.fingerprint());
                yield Pages.seeOther(CertificateEntry.back(back));
            }
            case DevicePlace place -> over(back, frame);
            case Nobody nobody -> turnedAway(nobody, back, request, frame);
        };
    }

    @Rule(Right.PUBLIC)
    @PostMapping(PAGE + "/password")
    ResponseEntity<String> password(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var ticket = cookie.read(request);
        var shown = ticket.flatMap(one -> tickets.read(one, CertificateWay.SIGN_IN.word()));
        if (shown.isEmpty()) {
            return over(back, frame);
        }
        var verdict = owners.of(shown.get());
        return switch (verdict) {
            case DevicePlace(var facility, var chain) -> {
                var answer = entry.device(facility.id(), proven(chain), login, password, request, response);
                if (answer.problem() != null) {
                    yield refused(answer, answer.problem(), screen(verdict, back), frame);
                }
                ticket.ifPresent(one -> tickets.take(one, CertificateWay.SIGN_IN.word()));
                cookie.end(request, response);
                devices.used(chain.fingerprint());
                yield Pages.seeOther(CertificateEntry.back(back));
            }
            case ProvenHolder holder -> over(back, frame);
            case Nobody nobody -> turnedAway(nobody, back, request, frame);
        };
    }

    /// It counted when it was shown, and counts no more.
    private ResponseEntity<String> turnedAway(
            Nobody nobody, @Nullable String back, HttpServletRequest request, Frame frame) {
        entry.refused(
                Optional.<Requester>empty(),
                nobody.chain().fingerprint(),
                nobody.why().word(),
                request);
        return page(HttpStatus.UNPROCESSABLE_CONTENT, screen(nobody, back), frame);
    }

    private ResponseEntity<String> refused(EntryAnswer answer, String problem, CertificateScreen screen, Frame frame) {
        var seconds = answer.pause().toSeconds();
        if (seconds == 0) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, screen.with(problem, 0), frame);
        }
        var held = seconds > MINUTE
                ? screen.with(
                        "signin.held.minutes",
                        answer.pause().plusSeconds(MINUTE - 1).toMinutes())
                : screen.with("signin.held.seconds", seconds);
        return page(HttpStatus.TOO_MANY_REQUESTS, held, frame);
    }

    private ResponseEntity<String> over(@Nullable String back, Frame frame) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, screen(back).with("cardsignin.over", 0), frame);
    }

    private static ProvenCertificate proven(CertificateChain chain) {
        return new ProvenCertificate(chain.fingerprint(), chain.notAfter());
    }

    private CertificateScreen screen(CertificateVerdict verdict, @Nullable String back) {
        var empty = screen(back);
        return switch (verdict) {
            case ProvenHolder(var person, var chain) ->
                new CertificateScreen(
                        null, 0, person.name(), person.facilityName(), chain.subject(), empty.back(), empty.door());
            case DevicePlace(var facility, var chain) ->
                new CertificateScreen(null, 0, null, facility.name(), chain.subject(), empty.back(), empty.door());
            case Nobody(var chain, var why) -> empty.with(ShownWords.of(why), 0);
        };
    }

    private CertificateScreen screen(@Nullable String back) {
        return new CertificateScreen(
                null,
                0,
                null,
                null,
                "",
                CertificateEntry.back(back),
                addresses.there(CertificateWay.SIGN_IN, back).orElse(null));
    }

    private ResponseEntity<String> page(HttpStatus status, CertificateScreen screen, Frame frame) {
        return Pages.answer(status, pages.render("ground/cardsignin/certificate", frame, Map.of("page", screen)));
    }
}
