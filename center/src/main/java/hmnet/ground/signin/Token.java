package hmnet.ground.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What a cookie holds (セッショントークン): 256 random bits. The database knows its hash only.
public record Token(String value) {
    /// Of its text: 256 bits in base64url.
    static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token fresh() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Token";
    }
}
