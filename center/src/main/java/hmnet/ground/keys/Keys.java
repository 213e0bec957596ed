package hmnet.ground.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The master key and what is derived from it (鍵導出): one 256-bit key per purpose, by HMAC-SHA-256 over the
/// purpose's name, so that no two uses share a key.
public final class Keys {
    private static final String HMAC = "HmacSHA256";
    private final SecretKeySpec master;

    public Keys(byte[] master) {
        if (master.length != 32) {
            throw new IllegalArgumentException("A master key has 32 bytes");
        }
        this.master = new SecretKeySpec(master, HMAC);
    }

    /// The 32-byte key of a purpose.
    public byte[] derive(String purpose) {
        return mac(master, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /// A keyed hash for a purpose, ready to be used by one thread.
    public Mac hash(String purpose) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(derive(purpose), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }
}
