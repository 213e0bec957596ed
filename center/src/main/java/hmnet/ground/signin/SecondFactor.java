package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Asks somebody who is signed in for a code of their authenticator again (再認証), before an act that needs it.
@Component
public class SecondFactor {
    private final SignIn signIn;
    private final Cookies cookies;

    SecondFactor(SignIn signIn, Cookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    /// What came of it.
    public enum ShownFactor {
        RIGHT,
        WRONG,
        /// Too many went wrong before: it was not tried.
        HELD
    }

    public ShownFactor shown(Requester person, String code, HttpServletRequest request) {
        return signIn.showCode(person, OneTimeCodes.typed(code), request.getRemoteAddr(), cookies.device(request))
                .map(missed -> missed instanceof Attempt.Held ? ShownFactor.HELD : ShownFactor.WRONG)
                .orElse(ShownFactor.RIGHT);
    }
}
