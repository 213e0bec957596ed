package hmnet.consent.residents;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.gate.ResidentSessions.ResidentState;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.PasswordRule;
import hmnet.people.patients.MyNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident chooses the password (本人のパスワード): after the letter, and at will with the one before. Whoever forgot
/// it gets another letter.
@Controller
class OwnPasswordPage {
    private static final int SHORTEST = 10;

    private final OwnSignIn signIn;
    private final OwnSessions sessions;
    private final Pages pages;

    OwnPasswordPage(OwnSignIn signIn, OwnSessions sessions, Pages pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/my/password")
    ResponseEntity<String> show(HttpServletRequest request, Frame frame) {
        return switch (sessions.of(request)) {
            case ResidentState.NotSignedIn() -> Pages.seeOther("/my/signin");
            case ResidentState.FirstSignIn(var resident) -> page(null, true, card(request), frame);
            case ResidentState.SignedInResident(var resident, var subject) -> page(null, false, card(request), frame);
        };
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/password")
    @ChecksNumbers({"current", "password", "again"})
    ResponseEntity<String> send(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var token = OwnCookie.read(request);
        var session = token.flatMap(sessions::current);
        if (token.isEmpty() || session.isEmpty()) {
            return Pages.seeOther("/my/signin");
        }
        var first = session.get().mustChoose();
        var problem = problem(password, again, session.get().card().number());
        if (problem == null && !first) {
            problem = switch (signIn.prove(token.get(), current, request.getRemoteAddr())) {
                case RIGHT -> null;
                case WRONG -> "current";
                case HELD -> "held";
            };
        }
        if (problem != null) {
            return page(problem, first, card(request), frame);
        }
        signIn.choose(token.get(), password).ifPresent(fresh -> OwnCookie.write(request, response, fresh));
        return Pages.seeOther("/my");
    }

    private static @Nullable String problem(String password, String again, String card) {
        if (!password.equals(again)) {
            return "differs";
        }
        if (MyNumber.looksLike(password)) {
            return "my-number";
        }
        return PasswordRule.objection(password, card, SHORTEST)
                .map(objection -> switch (objection) {
                    case SHORT -> "short";
                    case LONG -> "long";
                    case GUESSABLE -> "guessable";
                })
                .orElse(null);
    }

    /// For whatever keeps passwords: under which name this one is.
    private String card(HttpServletRequest request) {
        return OwnCookie.read(request)
                .flatMap(sessions::current)
                .map(session -> session.card().number())
                .orElse("");
    }

    private ResponseEntity<String> page(@Nullable String problem, boolean first, String card, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("card", card);
        model.put("first", first);
        model.put("problem", problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/residents/password", frame.ofResident(), model));
    }
}
