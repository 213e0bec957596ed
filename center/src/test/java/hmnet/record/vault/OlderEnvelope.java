package hmnet.record.vault;

import com.github.luben.zstd.ZstdCompressCtx;
import hmnet.ground.directory.FacilityId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Envelopes as they were sealed before data keys had leaves (旧形式の封筒): under the key of a whole bucket.
///
/// @param id of the row of `data_key`
record OlderEnvelope(int id, SecretKeySpec key) {
    /// A data key that the root alone wraps.
    static OlderEnvelope dataKey(JdbcClient owner, FacilityId facility, short bucket, WrappedKeys wrapping) {
        var key = new byte[32];
        key[0] = 7;
        var id = owner.sql("""
                        insert into data_key (facility, bucket, wrapped, retired_at)
                        values (?, ?, ?, now()) returning id""")
                .params(facility.value(), bucket, wrapping.wrap(key))
                .query(Integer.class)
                .single();
        return new OlderEnvelope(id, new SecretKeySpec(key, "AES"));
    }

    byte[] sealed(byte[] text, byte[] place) {
        try (var press = new ZstdCompressCtx()) {
            press.loadDict(Dictionaries.pressing(Dictionaries.EXTRACT));
            var nonce = new byte[12];
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(place);
            var sealed = cipher.doFinal(press.compress(text));
            return ByteBuffer.allocate(1 + 2 + 4 + nonce.length + sealed.length)
                    .put((byte) 1)
                    .putShort((short) Dictionaries.EXTRACT)
                    .putInt(id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
