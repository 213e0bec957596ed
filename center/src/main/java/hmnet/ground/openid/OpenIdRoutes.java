package hmnet.ground.openid;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.Sessions;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// The addresses of the OpenID provider (シングルサインオンの入口). The browser of somebody who comes from a sub-system sends our
/// cookie only when a page of ours asks for the next one, and our own forms lead to no other site: so the way goes
/// over two pages of ours that lead on by themselves.
@Controller
class OpenIdRoutes {
    /// A longer one would not find its way back from the sign-in page.
    private static final int LONGEST = 900;

    private final Endpoints endpoints;
    private final Sessions sessions;
    private final SignOnOutcome outcome;
    private final Pages pages;
    private final List<Filter> discovery;
    private final List<Filter> keys;
    private final List<Filter> signOn;
    private final List<Filter> token;
    private final List<Filter> userInfo;
    private final List<Filter> revocation;
    private final List<Filter> signOut;

    OpenIdRoutes(
            Endpoints endpoints,
            Sessions sessions,
            SignOnOutcome outcome,
            SignOutOutcome signedOut,
            ProviderFilters filters,
            Pages pages) {
        this.endpoints = endpoints;
        this.sessions = sessions;
        this.outcome = outcome;
        this.pages = pages;
        this.discovery = filters.discovery();
        this.keys = filters.publishedKeys();
        this.signOn = filters.signOn(outcome);
        this.token = filters.token();
        this.userInfo = filters.userInfo();
        this.revocation = filters.revocation();
        this.signOut = filters.signOut(signedOut);
    }

    @Rule(Right.PUBLIC)
    @GetMapping(Endpoints.DISCOVERY)
    void discovery(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(discovery, request, response);
    }

    @Rule(Right.PUBLIC)
    @GetMapping(Endpoints.KEYS)
    void keys(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(keys, request, response);
    }

    /// Leads on to the same request as a page of ours.
    @Rule(Right.PUBLIC)
    @GetMapping(Endpoints.AUTHORIZE)
    ResponseEntity<String> authorize(HttpServletRequest request, Frame frame) {
        var query = request.getQueryString();
        if (query == null
                || query.length() > LONGEST
                || query.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\')) {
            return refused("invalid_request", frame);
        }
        return leading("", Endpoints.SIGN_ON + "?" + query, frame);
    }

    @Rule(Right.SIGNED_IN)
    @ChecksNumbers({"client_id", "redirect_uri", "state", "nonce", "code_challenge", "login_hint"})
    @GetMapping(Endpoints.SIGN_ON)
    ResponseEntity<String> signOn(HttpServletRequest request, HttpServletResponse response, Frame frame)
            throws ServletException, IOException {
        endpoints.serve(signOn, sessions.live(request), request, response);
        var ledTo = outcome.of(request);
        return ledTo.address() == null
                ? refused(String.valueOf(ledTo.problem()), frame)
                : leading(ledTo.client(), ledTo.address(), frame);
    }

    @Rule(Right.PUBLIC)
    @PostMapping(Endpoints.TOKEN)
    void token(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(token, request, response);
    }

    @Rule(Right.PUBLIC)
    @RequestMapping(
            path = Endpoints.USER_INFO,
            method = {RequestMethod.GET, RequestMethod.POST})
    void userInfo(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(userInfo, request, response);
    }

    @Rule(Right.PUBLIC)
    @PostMapping(Endpoints.REVOCATION)
    void revocation(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(revocation, request, response);
    }

    /// Needs no cookie: the token says of which session it is.
    @Rule(Right.PUBLIC)
    @GetMapping(Endpoints.SIGN_OUT)
    void signOut(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        serve(signOut, request, response);
    }

    private void serve(List<Filter> filters, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        endpoints.serve(filters, Optional.empty(), request, response);
    }

    private ResponseEntity<String> leading(String client, String address, Frame frame) {
        var m = frame.m();
        return pages.leading(
                m.t("openid.lead.title"),
                client.isEmpty() ? m.t("openid.lead.on") : m.t("openid.lead.to", client),
                m.t("openid.lead.go"),
                address,
                frame);
    }

    private ResponseEntity<String> refused(String problem, Frame frame) {
        return Pages.answer(
                HttpStatus.BAD_REQUEST, pages.render("ground/openid/refused", frame, Map.of("problem", problem)));
    }
}
