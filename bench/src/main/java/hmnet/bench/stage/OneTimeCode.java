package hmnet.bench.stage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the authenticator app of a demonstration's staff shows (ワンタイムコード; RFC 6238, RFC 4226 §5.3).
public final class OneTimeCode {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;

    private OneTimeCode() {}

    /// @param step how many steps from now: one early and one late count as well
    public static String of(String secret, int step) {
        return of(decoded(secret), step);
    }

    /// The same of the secret's bytes.
    public static String of(byte[] secret, int step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var counter = System.currentTimeMillis() / 1000 / STEP_SECONDS + step;
            var hash = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(0, counter).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA1", e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        var bits = 0;
        var held = 0;
        for (var at = 0; at < base32.length(); at++) {
            held = held << 5 | BASE32.indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
