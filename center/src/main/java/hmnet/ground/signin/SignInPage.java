package hmnet.ground.signin;

import hmnet.ground.passkeys.PasskeyCookie;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.OutsideSignIn.OfferedSignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first factor (サインイン): name and password; or a passkey, which is both.
@Controller
class SignInPage {
    private static final String TEMPLATE = "password";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Passkeys passkeys;
    private final List<OfferedSignIns> others;

    SignInPage(SignIn signIn, Sessions sessions, Cookies cookies, Passkeys passkeys, List<OfferedSignIns> others) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.passkeys = passkeys;
        this.others = others;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/signin")
    ModelAndView show(
            @RequestParam(name = "return", required = false) @Nullable String back, HttpServletRequest request) {
        var wanted = ReturnPath.of(back);
        return switch (sessions.of(request)) {
            case SignInState.Absent() -> offering(FormAnswer.empty(TEMPLATE, wanted));
            case SignInState.Locked(var person) -> FormAnswer.to(wanted.after("/unlock"));
            case SignInState.MustChange(var person) -> FormAnswer.to("/password");
            case SignInState.Present(var person) -> FormAnswer.to(wanted.value());
        };
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/signin")
    ModelAndView send(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = ReturnPath.of(back);
        if (login.length() > PasswordRule.LONGEST || password.length() > PasswordRule.LONGEST) {
            return offering(FormAnswer.wrong(TEMPLATE, wanted, "signin.wrong"));
        }
        return switch (signIn.password(login.strip(), password, request.getRemoteAddr(), cookies.device(request))) {
            case Attempt.Passed(var half, var person) -> {
                cookies.giveHalf(request, response, half);
                yield FormAnswer.to(wanted.after("/signin/code"));
            }
            case Attempt.Wrong() -> offering(FormAnswer.wrong(TEMPLATE, wanted, "signin.wrong"));
            case Attempt.SlipOver() -> offering(FormAnswer.wrong(TEMPLATE, wanted, "signin.slip-over"));
            case Attempt.Over() -> offering(FormAnswer.wrong(TEMPLATE, wanted, "signin.over"));
            case Attempt.Held(var wait) -> offering(FormAnswer.held(TEMPLATE, wanted, wait));
        };
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/signin/passkey/question")
    ResponseEntity<String> question(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askToSignIn(
                        PasskeyHolder.Kind.STAFF_MEMBER,
                        PasskeyCookie.give(request, response),
                        RelyingParty.of(request),
                        Throttle.network(request.getRemoteAddr()))
                .map(asked -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(asked))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/signin/passkey")
    ModelAndView passkey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = ReturnPath.of(back);
        var browser = PasskeyCookie.read(request);
        if (browser.isEmpty()) {
            return FormAnswer.wrong(TEMPLATE, wanted, "signin.over");
        }
        var device = cookies.device(request).orElseGet(Token::fresh);
        var attempt = signIn.passkey(
                cookies.session(request),
                credential,
                browser.get(),
                RelyingParty.of(request),
                request.getRemoteAddr(),
                device);
        return switch (attempt) {
            case Attempt.Passed(var session, var person) -> {
                cookies.giveSession(request, response, session);
                cookies.giveDevice(request, response, device);
                yield FormAnswer.to(wanted.value());
            }
            case Attempt.Held(var wait) -> FormAnswer.held(TEMPLATE, wanted, wait);
            case Attempt.Wrong(), Attempt.Over(), Attempt.SlipOver() ->
                FormAnswer.wrong(TEMPLATE, wanted, "signin.passkey.wrong");
        };
    }

    /// With the ways that lead over somebody else's sign-in.
    private ModelAndView offering(ModelAndView page) {
        return page.addObject(
                "others", others.stream().flatMap(way -> way.offered().stream()).toList());
    }
}
