package hmnet.ground.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of an authenticator app (ワンタイムコード; RFC 6238): six digits, thirty seconds, one step early or
/// late counts.
final class OneTimeCodes {
    private static final long STEP_SECONDS = 30;
    private static final List<Long> DRIFT = List.of(0L, -1L, 1L);

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    /// A code as it is meant: full-width digits and the space many apps show in the middle are no mistakes.
    static String typed(String code) {
        return code.length() > 20
                ? ""
                : Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /// The time step whose code this is, now or a step aside; empty if it is none of the three.
    OptionalLong step(byte[] secret, String code, Instant now) {
        var found = OptionalLong.empty();
        for (var drift : DRIFT) {
            var at = now.plusSeconds(drift * STEP_SECONDS);
            if (MessageDigest.isEqual(bytes(code(secret, at)), bytes(code))) {
                found = OptionalLong.of(at.getEpochSecond() / STEP_SECONDS);
            }
        }
        return found;
    }

    String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("A TOTP secret that is no key", e);
        }
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
