package hmnet.ground.signin;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The lock of a screen left alone (画面ロック): it hides what was shown and keeps the place; it signs nobody
/// out.
@Controller
class LockPage {
    private static final String TEMPLATE = "unlock";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;

    LockPage(SignIn signIn, Sessions sessions, Cookies cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/unlock")
    ModelAndView show(
            @RequestParam(name = "return", required = false) @Nullable String back, HttpServletRequest request) {
        var wanted = ReturnPath.of(back);
        return switch (sessions.of(request)) {
            case SignInState.Absent() -> FormAnswer.to(wanted.after("/signin"));
            case SignInState.Locked(var person) ->
                FormAnswer.empty(TEMPLATE, wanted)
                        .addObject("name", person.name())
                        .addObject("login", person.login());
            case SignInState.MustChange(var person) -> FormAnswer.to("/password");
            case SignInState.Present(var person) -> FormAnswer.to(wanted.value());
        };
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/unlock")
    ModelAndView send(
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = ReturnPath.of(back);
        if (secret.length() > PasswordRule.LONGEST) {
            return FormAnswer.wrong(TEMPLATE, wanted, "signin.unlock.wrong");
        }
        return switch (signIn.unlock(
                cookies.session(request), secret, request.getRemoteAddr(), cookies.device(request))) {
            case Attempt.Passed(var session, var person) -> {
                cookies.giveSession(request, response, session);
                yield FormAnswer.to(wanted.value());
            }
            case Attempt.Wrong() -> FormAnswer.wrong(TEMPLATE, wanted, "signin.unlock.wrong");
            case Attempt.Over(), Attempt.SlipOver() -> {
                cookies.takeAll(request, response);
                yield FormAnswer.to(wanted.after("/signin"));
            }
            case Attempt.Held(var wait) -> FormAnswer.held(TEMPLATE, wanted, wait);
        };
    }

    /// Locks at once, for who walks away from a shared screen.
    @Rule(Right.PUBLIC)
    @PostMapping("/lock")
    ModelAndView lock(
            @RequestParam(name = "return", required = false) @Nullable String back, HttpServletRequest request) {
        cookies.session(request).ifPresent(sessions::lock);
        return FormAnswer.to(ReturnPath.of(back).after("/unlock"));
    }
}
