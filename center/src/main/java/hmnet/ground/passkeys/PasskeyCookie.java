package hmnet.ground.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// What binds a question to one browser (照合中のクッキー): without it an answer from elsewhere, or to another's question,
/// would
/// count here. It opens nothing.
public final class PasskeyCookie {
    private static final String NAME = "hmnet-passkey";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasskeyCookie() {}

    /// A fresh one for this browser.
    ///
    /// @return its SHA-256, by which the question is kept
    public static byte[] give(HttpServletRequest request, HttpServletResponse response) {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return hash(value);
    }

    /// SHA-256 of what this browser holds.
    public static Optional<byte[]> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request))).map(cookie -> hash(cookie.getValue()));
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
