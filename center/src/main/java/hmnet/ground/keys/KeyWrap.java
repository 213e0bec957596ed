package hmnet.ground.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// One key wrapped under another (鍵の包み): AES-256-GCM, a nonce of 12 bytes before it, bound to what it is about.
final class KeyWrap {
    static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyWrap() {}

    static byte[] random() {
        var key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    /// @param provider whose key it is, or null for Java's own
    static byte[] wrap(SecretKey key, byte[] text, String about, @Nullable Provider provider)
            throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, about, provider).doFinal(text);
        var wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
        return wrapped;
    }

    static byte[] unwrap(SecretKey key, byte[] wrapped, String about, @Nullable Provider provider)
            throws GeneralSecurityException {
        if (wrapped.length < NONCE + TAG_BITS / 8) {
            throw new GeneralSecurityException("What is wrapped is too short");
        }
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(wrapped, NONCE), about, provider)
                .doFinal(wrapped, NONCE, wrapped.length - NONCE);
    }

    static byte[] wrap(SecretKey key, byte[] text, String about) {
        try {
            return wrap(key, text, about, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /// @throws UnusableKey when it was wrapped under another key, about something else, or was changed
    static byte[] unwrap(SecretKey key, byte[] wrapped, String about) {
        try {
            return unwrap(key, wrapped, about, null);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("What is wrapped (" + about + ") does not open under this key", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String about, @Nullable Provider provider)
            throws GeneralSecurityException {
        var name = "AES/GCM/NoPadding";
        var cipher = provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
