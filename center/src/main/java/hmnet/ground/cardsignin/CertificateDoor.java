package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.CertificateVerdict.DevicePlace;
import hmnet.ground.cardsignin.CertificateVerdict.Nobody;
import hmnet.ground.cardsignin.CertificateVerdict.ProvenHolder;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateChain;
import hmnet.ground.personcertificates.CertificateRefusal;
import hmnet.ground.personcertificates.CertificateTickets;
import hmnet.ground.personcertificates.PersonCertificates;
import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.CertificateEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a browser shows a certificate (証明書の入口): the one route of that port. It opens nothing: it leaves a ticket and
/// leads back to the page that says what the certificate is worth. The connection ends with its answer, so whoever
/// comes next shows a card of their own.
@Controller
class CertificateDoor {
    private final PersonPort port;
    private final PersonCertificates certificates;
    private final CertificateTickets tickets;
    private final CertificateOwners owners;
    private final CertificateEntry entry;
    private final TicketCookie cookie;
    private final DoorAddress addresses;

    CertificateDoor(
            PersonPort port,
            PersonCertificates certificates,
            CertificateTickets tickets,
            CertificateOwners owners,
            CertificateEntry entry,
            TicketCookie cookie,
            DoorAddress addresses) {
        this.port = port;
        this.certificates = certificates;
        this.tickets = tickets;
        this.owners = owners;
        this.entry = entry;
        this.cookie = cookie;
        this.addresses = addresses;
    }

    @Rule(on = Connector.CERTIFICATE, value = Right.PUBLIC)
    @GetMapping(DoorAddress.PATH)
    ResponseEntity<Void> show(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var way = CertificateWay.of(to);
        var told = port.shown(request)
                .map(chain -> taken(way, chain, request, response))
                .orElse(CertificateRefusal.NONE.word());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, addresses.here(way, back, told))
                .header(HttpHeaders.CONNECTION, "close")
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /// @return a word of what went wrong; nothing where the browser holds a ticket, whatever that is worth
    private String taken(
            CertificateWay way, CertificateChain chain, HttpServletRequest request, HttpServletResponse response) {
        if (entry.charge(chain.fingerprint(), request).isPresent()) {
            return "held";
        }
        switch (owners.of(certificates.judge(chain))) {
            case ProvenHolder holder -> entry.counted(chain.fingerprint(), request);
            case DevicePlace place -> entry.counted(chain.fingerprint(), request);
            case Nobody(var shown, var why) -> {
                if (way == CertificateWay.SIGN_IN || why != CertificateRefusal.NOT_REGISTERED) {
                    entry.refused(Optional.<Requester>empty(), chain.fingerprint(), why.word(), request);
                } else {
                    entry.counted(chain.fingerprint(), request);
                }
            }
        }
        var ticket = tickets.open(chain, way.word(), way.minutes());
        ticket.ifPresent(fresh -> cookie.give(response, fresh));
        return ticket.isPresent() ? "" : "busy";
    }
}
