package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks somebody who is signed in for a code of their authenticator again (再認証), before an act that needs it.
@Component
public class SecondFactor {
    private final SignInAccounts accounts;
    private final Throttle throttle;
    private final Cookies cookies;
    private final SignInTrail trail;

    SecondFactor(SignInAccounts accounts, Throttle throttle, Cookies cookies, SignInTrail trail) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.cookies = cookies;
        this.trail = trail;
    }

    /// What came of it.
    public enum ShownFactor {
        RIGHT,
        WRONG,
        /// Too many went wrong before: it was not tried.
        HELD
    }

    public ShownFactor shown(Requester person, String code, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var place = throttle.place(person.login(), address, cookies.device(request));
        if (throttle.charge(person.login(), place).isPresent()) {
            return ShownFactor.HELD;
        }
        if (!accounts.takes(person.staff(), TypedText.digits(code))) {
            trail.refused(Optional.of(person), "code", address);
            return ShownFactor.WRONG;
        }
        throttle.succeeded(person.login(), place);
        return ShownFactor.RIGHT;
    }
}
