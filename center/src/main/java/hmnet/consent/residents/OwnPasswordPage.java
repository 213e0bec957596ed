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

/// Where a resident chooses the password (本人のパスワード): once, after the letter. Whoever forgot it gets another letter.
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
        return isFirst(request) ? page(null, card(request), frame) : Pages.seeOther("/my/signin");
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/password")
    @ChecksNumbers({"password", "again"})
    ResponseEntity<String> send(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var session = OwnCookie.read(request);
        var current = session.flatMap(sessions::current);
        if (session.isEmpty() || current.isEmpty() || !current.get().mustChoose()) {
            return Pages.seeOther("/my/signin");
        }
        var problem = problem(password, again, current.get().card().number());
        if (problem != null) {
            return page(problem, card(request), frame);
        }
        signIn.choose(session.get(), password).ifPresent(token -> OwnCookie.write(request, response, token));
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

    private boolean isFirst(HttpServletRequest request) {
        return sessions.of(request) instanceof ResidentState.FirstSignIn;
    }

    /// For whatever keeps passwords: under which name this one is.
    private String card(HttpServletRequest request) {
        return OwnCookie.read(request)
                .flatMap(sessions::current)
                .map(session -> session.card().number())
                .orElse("");
    }

    private ResponseEntity<String> page(@Nullable String problem, String card, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("card", card);
        model.put("problem", problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/residents/password", frame.ofResident(), model));
    }
}
