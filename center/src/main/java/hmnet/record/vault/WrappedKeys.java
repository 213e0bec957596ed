package hmnet.record.vault;

import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.UnusableKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How data keys stand in their table (包んだデータ鍵): under a key derived from the root, and that under a key of the ring.
final class WrappedKeys {
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private final SecretKeySpec key;
    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    WrappedKeys(Keys keys, KeyRing ring) {
        this.key = new SecretKeySpec(keys.derive("wrapping of data keys"), "AES");
        this.ring = ring;
    }

    /// @param ring the ring's key under which it is wrapped
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    record WrappedKey(UUID ring, byte[] wrapped) {}

    List<WrappedKey> fresh(int count) {
        var made = new ArrayList<WrappedKey>();
        for (var one : ring.make(count)) {
            var fresh = new byte[KEY];
            random.nextBytes(fresh);
            made.add(new WrappedKey(one, ring.wrap(one, wrap(fresh))));
        }
        return made;
    }

    /// A row of `data_key`.
    ///
    /// @throws ErasedKey when it was erased, be it in another life of this database
    BucketKey open(ResultSet row) throws SQLException {
        var id = row.getInt("id");
        var one = row.getObject("ring", UUID.class);
        if (row.getObject("erased_at") != null) {
            throw new ErasedKey("Data key " + id);
        }
        var wrapped = row.getBytes("wrapped");
        var key = new SecretKeySpec(unwrap(one == null ? wrapped : ring.unwrap(one, wrapped)), "AES");
        return new BucketKey(id, key, one == null ? Optional.empty() : ring.tree(one));
    }

    /// As it stood before there was a ring.
    ///
    /// @throws UnusableKey when it was wrapped under another root
    byte[] unwrap(byte[] wrapped) {
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), wrapped, NONCE, wrapped.length - NONCE);
    }

    byte[] wrap(byte[] text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, 0, text.length);
        var wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
        return wrapped;
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int from, int length) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(text, from, length);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("The data keys of the database were wrapped under other keys than this folder's");
        }
    }
}
