package hmnet.ground.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Words as keyed numbers (鍵付きハッシュ): the same word gives the same number, and without the key nobody tells which.
/// Tables find equal words by it. HMAC-SHA-256, its first 64 bits.
public final class KeyedHash {
    private static final String HMAC = "HmacSHA256";
    private final SecretKeySpec key;

    /// @param purpose names the key: a word of one purpose says nothing about another's
    public KeyedHash(Keys keys, String purpose) {
        this.key = new SecretKeySpec(keys.derive("keyed hash of " + purpose), HMAC);
    }

    /// The number of a word.
    public long of(String word) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(word.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }
}
