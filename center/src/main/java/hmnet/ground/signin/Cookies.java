package hmnet.ground.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookies of signing in (クッキー): of the session, of a sign-in that owes its second factor, and of the browser,
/// which
/// opens nothing: by it guesses from elsewhere do not hold anybody back here.
/// Over https they bear the `__Host-` prefix, which a browser takes from this host only, over https only
/// (A012).
@Component
class Cookies {
    private static final String SESSION = "hmnet";
    private static final String HALF = "hmnet-half";
    private static final String DEVICE = "hmnet-device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(30);

    Optional<Token> session(HttpServletRequest request) {
        return read(request, SESSION);
    }

    Optional<Token> half(HttpServletRequest request) {
        return read(request, HALF);
    }

    void giveSession(HttpServletRequest request, HttpServletResponse response, Token token) {
        write(request, response, SESSION, token);
        write(request, response, HALF, null);
    }

    /// What this browser was given at an earlier sign-in, whoever it was.
    Optional<Token> device(HttpServletRequest request) {
        return read(request, DEVICE).filter(token -> token.value().length() == Token.LENGTH);
    }

    void giveDevice(HttpServletRequest request, HttpServletResponse response, Token token) {
        write(request, response, DEVICE, token, DEVICE_KEPT);
    }

    void giveHalf(HttpServletRequest request, HttpServletResponse response, Token token) {
        write(request, response, HALF, token);
    }

    void takeAll(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, SESSION, null);
        write(request, response, HALF, null);
    }

    private static Optional<Token> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(request, name)))
                .map(cookie -> new Token(cookie.getValue()))
                .findFirst();
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String name, @Nullable Token token) {
        write(request, response, name, token, token == null ? Duration.ZERO : null);
    }

    /// @param kept for so long; null for as long as the browser is open
    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            @Nullable Token token,
            @Nullable Duration kept) {
        var cookie = ResponseCookie.from(name(request, name), token == null ? "" : token.value())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict");
        if (kept != null) {
            cookie.maxAge(kept);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
