package hmnet.record.vault;

import hmnet.ground.keys.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/// The key under which what a facility sent of one chart is sealed (データ鍵).
///
/// @param id of the row of `data_key` that it comes from
/// @param leaf of that row's tree in the ring
/// @param key for AES
/// @param numbers for the keyed numbers of codes
public record DataKey(int id, int leaf, SecretKeySpec key, Hmac numbers) {
    /// From the key of the row, which the root wraps, and that of the leaf, which the ring keeps: neither opens alone.
    static DataKey of(int id, int leaf, SecretKeySpec row, byte[] ring) {
        var from = new Hmac(row.getEncoded());
        return new DataKey(
                id,
                leaf,
                new SecretKeySpec(derived(from, "contents of a chart", leaf, ring), "AES"),
                new Hmac(derived(from, "codes of a chart", leaf, ring)));
    }

    private static byte[] derived(Hmac row, String purpose, int leaf, byte[] ring) {
        var word = purpose.getBytes(StandardCharsets.US_ASCII);
        return row.of(ByteBuffer.allocate(word.length + 1 + Integer.BYTES + ring.length)
                .put(word)
                .put((byte) 0)
                .putInt(leaf)
                .put(ring)
                .array());
    }

    /// A code as a number: the same code of the same chart gives the same number, and without this key nobody tells
    /// which.
    public long code(String code) {
        return ByteBuffer.wrap(numbers.of(code)).getLong();
    }

    /// Whether an envelope stands under this very key.
    public boolean sealed(byte[] envelope) {
        var head = ByteBuffer.wrap(envelope);
        return head.get(0) == Envelope.FORMAT
                && head.getInt(Envelope.KEY_AT) == id
                && head.getInt(Envelope.LEAF_AT) == leaf;
    }
}
