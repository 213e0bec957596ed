package hmnet.ground.gate;

import hmnet.ground.signin.ReturnAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// The answer to a request that may not go on yet (案内): a browser is led to the page that helps and back again, a
/// machine is told the reason in one line.
@Component
class GateRefusal {
    private static final Logger LOG = LoggerFactory.getLogger(GateRefusal.class);

    private final ReturnAddress returnAddress;

    GateRefusal(ReturnAddress returnAddress) {
        this.returnAddress = returnAddress;
    }

    /// Leads to a sign-in page and, for a page that was asked for, back to it. A form that was sent is not
    /// sent on: 401, with a page that says so and keeps what was typed.
    boolean to(String page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", returnAddress.toOpenPage(page, request));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (reads(request) && wantsPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, returnAddress.toAsked(page, request));
        } else if (wantsPage(request)) {
            throw new SessionClosed(page);
        } else {
            say(response, "Sign in first: " + page);
        }
        return false;
    }

    /// Whether a page sent it, and not a script or a program.
    boolean isForm(HttpServletRequest request) {
        return !reads(request) && wantsPage(request);
    }

    /// Makes an idle page go to the lock by itself, without JavaScript, when the session locks (S003).
    void whenIdle(HttpServletRequest request, HttpServletResponse response) {
        if (reads(request)) {
            response.setHeader("Refresh", returnAddress.whenIdle(request));
        }
    }

    boolean machine(String reason, HttpServletResponse response) throws IOException {
        LOG.info("a machine is refused: {}", reason);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        say(response, reason);
        return false;
    }

    private static void say(HttpServletResponse response, String line) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
