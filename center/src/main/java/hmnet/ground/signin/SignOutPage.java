package hmnet.ground.signin;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Signing out (サインアウト): the session ends here, and the browser is told to forget what it kept (A072).
@Controller
class SignOutPage {
    private final SignIn signIn;
    private final Cookies cookies;

    SignOutPage(SignIn signIn, Cookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/signout")
    ModelAndView send(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(signIn::out);
        cookies.takeAll(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return FormAnswer.to("/signin");
    }
}
