package hmnet.ground.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 under one key (鍵付きハッシュの計算), for any number of threads.
public final class Hmac {
    private static final String NAME = "HmacSHA256";
    private final SecretKeySpec key;

    /// Finding one by name and giving it the key takes longer than hashing a word.
    private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();

    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, NAME);
    }

    /// The 32 bytes of a word.
    public byte[] of(String word) {
        return of(word.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] of(byte[] word) {
        var known = idle.poll();
        var mac = known == null ? make() : known;
        var hash = mac.doFinal(word);
        idle.add(mac);
        return hash;
    }

    /// One to be used by one thread.
    Mac make() {
        try {
            var mac = Mac.getInstance(NAME);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + NAME, e);
        }
    }
}
