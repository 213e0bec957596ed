package hmnet.consent.residents;

import hmnet.ground.signin.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// By what the database knows the session of a request (セッションの目印): the hash of its token, for what ends
/// with the session. It says nothing of whether the session stands: the view `standing_own_session` does.
public final class OwnSessionMark {
    private OwnSessionMark() {}

    public static Optional<byte[]> of(HttpServletRequest request) {
        return OwnCookie.read(request).map(Token::hash);
    }
}
