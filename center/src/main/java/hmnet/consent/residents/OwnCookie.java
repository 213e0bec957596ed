package hmnet.consent.residents;

import hmnet.ground.signin.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie of a resident's session (本人のクッキー), of another name than that of staff: one browser may hold both. Over
/// https it bears the `__Host-` prefix (A012).
final class OwnCookie {
    private static final String NAME = "hmnet-my";

    private OwnCookie() {}

    static Optional<Token> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> new Token(cookie.getValue()));
    }

    /// @param token null to take it away
    static void write(HttpServletRequest request, HttpServletResponse response, @Nullable Token token) {
        var cookie = ResponseCookie.from(name(request), token == null ? "" : token.value())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
        if (token == null) {
            cookie.maxAge(Duration.ZERO);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
