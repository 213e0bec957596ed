package hmnet.ground.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals single values of the database (項目の封印): AES-256-GCM under a key of its own purpose.
/// A value opens only at the place for which it was sealed, so that no row can take another's.
/// Sealed: one byte for the form, 12 for the nonce, the text and a tag of 16.
public final class FieldSeal {
    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + NONCE;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// Finding one by name takes longer than sealing a value.
    private final ConcurrentLinkedQueue<Cipher> idle = new ConcurrentLinkedQueue<>();

    /// @param purpose names the key: no two uses share one
    public FieldSeal(Keys keys, String purpose) {
        this.key = new SecretKeySpec(keys.derive("field seal of " + purpose), "AES");
    }

    /// @param place table, column and row, in any words that stay the same
    public byte[] seal(String place, byte[] value) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var text = done(Cipher.ENCRYPT_MODE, nonce, place, value, 0);
            var sealed = new byte[HEAD + text.length];
            sealed[0] = FORM;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            System.arraycopy(text, 0, sealed, HEAD, text.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// Throws when the value was changed, sealed elsewhere or under another key.
    public byte[] open(String place, byte[] sealed) {
        if (sealed.length < HEAD || sealed[0] != FORM) {
            throw new IllegalStateException("What stands at " + place + " is no sealed value");
        }
        var nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        try {
            return done(Cipher.DECRYPT_MODE, nonce, place, sealed, HEAD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealed value at " + place + " does not open under this key", e);
        }
    }

    /// A cipher that failed is not used again.
    private byte[] done(int mode, byte[] nonce, String place, byte[] text, int from) throws GeneralSecurityException {
        var known = idle.poll();
        var cipher = known == null ? Cipher.getInstance("AES/GCM/NoPadding") : known;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        var done = cipher.doFinal(text, from, text.length - from);
        idle.add(cipher);
        return done;
    }
}
