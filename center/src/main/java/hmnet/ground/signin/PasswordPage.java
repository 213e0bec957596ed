package hmnet.ground.signin;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Choosing one's own password (パスワードの変更): at will, and before anything else after an initial one
/// (S009).
@Controller
class PasswordPage {
    private static final String TEMPLATE = "change";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;

    PasswordPage(SignIn signIn, Sessions sessions, Cookies cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/password")
    ModelAndView show(HttpServletRequest request) {
        return login(request).isPresent()
                ? form(FormAnswer.empty(TEMPLATE, ReturnPath.HOME), request)
                : FormAnswer.to(ReturnPath.of("/password").after("/signin"));
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/password")
    ModelAndView send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var login = login(request);
        var session = cookies.session(request);
        if (login.isEmpty() || session.isEmpty()) {
            return FormAnswer.to("/signin");
        }
        var objection = password.equals(again)
                ? PasswordRule.objection(password, login.get())
                : Optional.of("signin.password.differs");
        if (objection.isPresent()) {
            return form(FormAnswer.wrong(TEMPLATE, ReturnPath.HOME, objection.get()), request);
        }
        var typed = OneTimeCodes.typed(code);
        return switch (signIn.choose(
                session.get(),
                sessions.of(request),
                typed,
                password,
                request.getRemoteAddr(),
                cookies.device(request))) {
            case Attempt.Passed(var renewed, var person) -> {
                cookies.giveSession(request, response, renewed);
                yield FormAnswer.to("/");
            }
            case Attempt.Wrong() -> form(FormAnswer.wrong(TEMPLATE, ReturnPath.HOME, "signin.code.wrong"), request);
            case Attempt.Over(), Attempt.SlipOver() -> FormAnswer.to("/signin");
            case Attempt.Held(var wait) -> form(FormAnswer.held(TEMPLATE, ReturnPath.HOME, wait), request);
        };
    }

    /// The form asks for a code unless the sign-in has just shown one, and names the account to password
    /// keepers.
    private ModelAndView form(ModelAndView answer, HttpServletRequest request) {
        return answer.addObject("initial", sessions.of(request) instanceof SignInState.MustChange)
                .addObject("login", login(request).orElse(""));
    }

    private Optional<String> login(HttpServletRequest request) {
        return switch (sessions.of(request)) {
            case SignInState.Absent() -> Optional.empty();
            case SignInState.Locked(var person) -> Optional.empty();
            case SignInState.MustChange(var person) -> Optional.of(person.login());
            case SignInState.Present(var person) -> Optional.of(person.login());
        };
    }
}
