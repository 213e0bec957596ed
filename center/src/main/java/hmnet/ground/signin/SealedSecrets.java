package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Keys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// TOTP secrets as the database holds them (秘密の暗号化): AES-256-GCM, bound to their owner, so that one row's
/// secret does not open in another's.
final class SealedSecrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SealedSecrets(Keys keys) {
        this.key = new SecretKeySpec(keys.derive("sign-in: TOTP secrets"), "AES");
    }

    byte[] seal(StaffId owner, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret, 0, secret.length);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(StaffId owner, byte[] sealed) {
        var nonce = ByteBuffer.wrap(sealed).slice(0, NONCE_BYTES);
        var head = new byte[NONCE_BYTES];
        nonce.get(head);
        return run(Cipher.DECRYPT_MODE, owner, head, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private byte[] run(int mode, StaffId owner, byte[] nonce, byte[] text, int from, int length) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, owner.value()));
            return cipher.doFinal(text, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A TOTP secret does not open: was the master key changed?", e);
        }
    }
}
