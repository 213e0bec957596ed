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

/// The cookie by which a device that keeps a handbook is known again (控えのある端末のクッキー). It signs nobody in and shows
/// nothing; no script reads it.
final class DeviceCookie {
    private static final String NAME = "hmnet-kept";

    private DeviceCookie() {}

    static Optional<Token> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> new Token(cookie.getValue()));
    }

    /// @param token null to take it away
    static void write(
            HttpServletRequest request, HttpServletResponse response, @Nullable Token token, Duration lasting) {
        var cookie = ResponseCookie.from(name(request), token == null ? "" : token.value())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(token == null ? Duration.ZERO : lasting);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
