package hmnet.record.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key under which what a facility sent of one chart is sealed (データ鍵).
///
/// @param id of the row of `data_key` that it comes from
/// @param leaf of that row's tree in the ring
/// @param key for AES
/// @param numbers for the keyed numbers of codes
public record DataKey(int id, int leaf, SecretKeySpec key, SecretKeySpec numbers) {
    private static final String HMAC = "HmacSHA256";

    /// From the key of the row, which the root wraps, and that of the leaf, which the ring keeps: neither opens alone.
    static DataKey of(int id, int leaf, SecretKeySpec row, byte[] ring) {
        return new DataKey(
                id,
                leaf,
                new SecretKeySpec(derived(row, "contents of a chart", leaf, ring), "AES"),
                new SecretKeySpec(derived(row, "codes of a chart", leaf, ring), HMAC));
    }

    private static byte[] derived(SecretKeySpec row, String purpose, int leaf, byte[] ring) {
        var word = purpose.getBytes(StandardCharsets.US_ASCII);
        return mac(
                row,
                ByteBuffer.allocate(word.length + 1 + Integer.BYTES + ring.length)
                        .put(word)
                        .put((byte) 0)
                        .putInt(leaf)
                        .put(ring)
                        .array());
    }

    /// A code as a number: the same code of the same chart gives the same number, and without this key nobody tells
    /// which.
    public long code(String code) {
        return ByteBuffer.wrap(mac(numbers, code.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }
}
