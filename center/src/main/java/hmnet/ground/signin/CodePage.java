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

/// The second factor (確認コード): a code from the authenticator app.
@Controller
class CodePage {
    private static final String TEMPLATE = "code";

    private final SignIn signIn;
    private final Cookies cookies;

    CodePage(SignIn signIn, Cookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/signin/code")
    ModelAndView show(
            @RequestParam(name = "return", required = false) @Nullable String back, HttpServletRequest request) {
        var wanted = ReturnPath.of(back);
        return cookies.half(request).isPresent()
                ? FormAnswer.empty(TEMPLATE, wanted)
                : FormAnswer.to(wanted.after("/signin"));
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/signin/code")
    ModelAndView send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = ReturnPath.of(back);
        var device = cookies.device(request).orElseGet(Token::fresh);
        return switch (signIn.code(cookies.half(request), OneTimeCodes.typed(code), request.getRemoteAddr(), device)) {
            case Attempt.Passed(var session, var person) -> {
                cookies.giveSession(request, response, session);
                cookies.giveDevice(request, response, device);
                yield FormAnswer.to(wanted.value());
            }
            case Attempt.Wrong() -> FormAnswer.wrong(TEMPLATE, wanted, "signin.code.wrong");
            case Attempt.Over(), Attempt.SlipOver() -> {
                cookies.takeAll(request, response);
                yield FormAnswer.wrong("password", wanted, "signin.over");
            }
            case Attempt.Held(var wait) -> FormAnswer.held(TEMPLATE, wanted, wait);
        };
    }
}
