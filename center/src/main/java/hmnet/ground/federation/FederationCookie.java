package hmnet.ground.federation;

import hmnet.ground.signin.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Ties the way to a hospital's identity provider and back to one browser (経路のクッキー): an answer that another browser was
/// made to bring is none.
final class FederationCookie {
    private static final String NAME = "hmnet-way";

    private FederationCookie() {}

    static Token give(HttpServletRequest request, HttpServletResponse response) {
        var token = Token.fresh();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), token.value())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
        return token;
    }

    static Optional<Token> read(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(cookie -> new Token(cookie.getValue()))
                .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
