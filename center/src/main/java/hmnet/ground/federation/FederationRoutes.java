package hmnet.ground.federation;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.federation.FederatedSignIn.WayAnswer;
import hmnet.ground.federation.FederatedSignIn.WayResult;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.OutsideSignIn;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.Sessions.LiveSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// To a hospital's identity provider and back, without a sign-in of ours (認証基盤によるサインインの入口). The way back goes over a
/// page of ours that leads on by itself, since a browser sends our cookies only when one of our own pages asks.
@Controller
class FederationRoutes {
    private static final String FINISH = "/signin/federation/finish";
    private static final int LONGEST = 4_000;

    private final FederatedSignIn way;
    private final IdentityProviders providers;
    private final Ties ties;
    private final OutsideSignIn outside;
    private final Sessions sessions;
    private final TransactionOperations transaction;
    private final Pages pages;

    FederationRoutes(
            FederatedSignIn way,
            IdentityProviders providers,
            Ties ties,
            OutsideSignIn outside,
            Sessions sessions,
            TransactionOperations transaction,
            Pages pages) {
        this.way = way;
        this.providers = providers;
        this.ties = ties;
        this.outside = outside;
        this.sessions = sessions;
        this.transaction = transaction;
        this.pages = pages;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/signin/federation/{id}")
    ResponseEntity<String> begin(
            @PathVariable long id,
            @RequestParam(name = "return", defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var standing = providers.standing(id);
        if (standing.isEmpty() || back.length() > LONGEST) {
            return pages.notFound(frame);
        }
        var browser = FederationCookie.give(request, response);
        return answer(way.begin(standing.get(), null, back, browser, request), request, response, frame);
    }

    @Rule(Right.PUBLIC)
    @GetMapping(Registrations.BACK)
    ResponseEntity<String> back(HttpServletRequest request, Frame frame) {
        var query = request.getQueryString();
        if (query == null || query.length() > LONGEST || query.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return stopped("over", frame);
        }
        var m = frame.m();
        return pages.leading(
                m.t("federation.title"), m.t("federation.lead"), m.t("federation.go"), FINISH + "?" + query, frame);
    }

    @Rule(Right.PUBLIC)
    @GetMapping(FINISH)
    ResponseEntity<String> finish(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var result = way.finish(new WayAnswer(code, state, error, iss), FederationCookie.read(request));
        return answer(result, request, response, frame);
    }

    private ResponseEntity<String> answer(
            WayResult result, HttpServletRequest request, HttpServletResponse response, Frame frame) {
        return switch (result) {
            case WayResult.Away(var address) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, address)
                        .build();
            case WayResult.Stopped(var why) -> {
                outside.refuse(Optional.empty(), why, request);
                yield stopped(why, frame);
            }
            case WayResult.Told told when told.session() == null -> entered(told, request, response, frame);
            case WayResult.Told told -> tied(told, request, frame);
        };
    }

    private ResponseEntity<String> entered(
            WayResult.Told told, HttpServletRequest request, HttpServletResponse response, Frame frame) {
        Optional<String> path = transaction.execute(status -> ties.find(told.provider(), told.subject())
                .map(person -> outside.enter(person, told.twoFactors(), told.back(), request, response)));
        if (path.isEmpty()) {
            outside.refuse(Optional.empty(), "untied", request);
            return stopped("untied", frame);
        }
        return Pages.seeOther(path.get());
    }

    /// For the session that began it alone: who sits there now may be somebody else.
    private ResponseEntity<String> tied(WayResult.Told told, HttpServletRequest request, Frame frame) {
        var owner = sessions.live(request)
                .filter(session -> session.mark().equals(told.session()))
                .map(LiveSession::person);
        if (owner.isEmpty()) {
            return stopped("over", frame);
        }
        return ties.tie(told.provider(), told.subject(), owner.get())
                ? Pages.seeOther(OwnTiePage.PAGE + "?done=tied")
                : taken(owner.get(), request, frame);
    }

    private ResponseEntity<String> taken(Requester owner, HttpServletRequest request, Frame frame) {
        outside.refuse(Optional.of(owner), "taken", request);
        return stopped("taken", frame);
    }

    private ResponseEntity<String> stopped(String why, Frame frame) {
        var status = why.equals("silent") || why.equals("busy")
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Pages.answer(status, pages.render("ground/federation/stopped", frame, Map.of("why", why)));
    }
}
