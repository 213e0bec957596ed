package hmnet.ground.cardsignin;

import hmnet.ground.site.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Carries a ticket from the port of certificates to the pages (受け渡し票のクッキー). Cookies are a name's and not a port's, so
/// the ticket stands in no address, no log and no history, and counts in this browser alone.
@Component
class TicketCookie {
    private static final String NAME = "hmnet-certificate";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int LENGTH = 43;

    private final PublicAddress site;

    TicketCookie(PublicAddress site) {
        this.site = site;
    }

    /// Without https, at this machine alone, the two ports are two sites to a browser: `Lax` lets its own way back
    /// pass.
    void give(HttpServletResponse response, String ticket) {
        write(response, ticket, KEPT, site.https());
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request.isSecure())))
                .map(cookie -> cookie.getValue())
                .filter(ticket -> ticket.length() == LENGTH);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        write(response, "", Duration.ZERO, request.isSecure());
    }

    private static void write(HttpServletResponse response, String ticket, Duration kept, boolean secure) {
        var cookie = ResponseCookie.from(name(secure), ticket)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(secure ? "Strict" : "Lax")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(boolean secure) {
        return secure ? "__Host-" + NAME : NAME;
    }
}
