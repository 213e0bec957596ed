package hmnet.ground.federation;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.federation.FederatedSignIn.WayResult;
import hmnet.ground.federation.Ties.SubjectTie;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.SecondFactor;
import hmnet.ground.signin.SecondFactor.ShownFactor;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.Sessions.LiveSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account and the identity provider of one's hospital (自分の紐付け): tied once, after a code again, and ended.
@Controller
class OwnTiePage {
    static final String PAGE = "/federation";
    private static final Set<String> DONE = Set.of("tied", "ended");

    private final IdentityProviders providers;
    private final Ties ties;
    private final FederatedSignIn way;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Facilities facilities;
    private final Pages pages;

    OwnTiePage(
            IdentityProviders providers,
            Ties ties,
            FederatedSignIn way,
            SecondFactor factor,
            Sessions sessions,
            Facilities facilities,
            Pages pages) {
        this.providers = providers;
        this.ties = ties;
        this.way = way;
        this.factor = factor;
        this.sessions = sessions;
        this.facilities = facilities;
        this.pages = pages;
    }

    @Rule(Right.SIGNED_IN)
    @GetMapping(PAGE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, Requester person, Frame frame) {
        return page(person, null, Pages.known(DONE, done), frame);
    }

    /// Leads on to the provider by a page: a form of ours goes to no other site.
    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE + "/tie")
    ResponseEntity<String> tie(
            @RequestParam(defaultValue = "") String code,
            Requester person,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var provider = providers.standing(person.facility());
        var session = sessions.live(request).map(LiveSession::mark);
        if (provider.isEmpty() || session.isEmpty()) {
            return pages.notFound(frame);
        }
        var shown = factor.shown(person, code, request);
        if (shown != ShownFactor.RIGHT) {
            return page(person, shown == ShownFactor.HELD ? "held" : "code", null, frame);
        }
        var browser = FederationCookie.give(request, response);
        return switch (way.begin(provider.get(), session.get(), "", browser, request)) {
            case WayResult.Away(var address) ->
                pages.leading(
                        frame.m().t("federation.title"),
                        frame.m().t("federation.lead"),
                        frame.m().t("federation.go"),
                        address,
                        frame);
            case WayResult.Stopped(var why) -> page(person, why, null, frame);
            case WayResult.Told told -> throw new IllegalStateException("Nobody is told before anybody was asked");
        };
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE + "/end")
    ResponseEntity<String> end(Requester person, Frame frame) {
        return providers
                .standing(person.facility())
                .filter(provider -> ties.end(provider, person))
                .map(provider -> Pages.seeOther(PAGE + "?done=ended"))
                .orElseGet(() -> pages.notFound(frame));
    }

    private ResponseEntity<String> page(
            Requester person, @Nullable String problem, @Nullable String done, Frame frame) {
        var provider = providers.standing(person.facility());
        var model = new HashMap<String, Object>();
        model.put("facility", facilities.get(person.facility()).name());
        model.put("offered", provider.isPresent());
        model.put(
                "since",
                provider.flatMap(one -> ties.of(one, person.staff()))
                        .map(SubjectTie::madeAt)
                        .orElse(null));
        model.put("problem", problem);
        model.put("done", done);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("ground/federation/own", frame, model));
    }
}
