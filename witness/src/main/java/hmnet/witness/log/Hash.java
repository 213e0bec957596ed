package hmnet.witness.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A SHA-256 value (ハッシュ値) and the three ways in which one is made here (RFC 6962 §2.1).
public final class Hash {
    public static final int BYTES = 32;
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    /// The root of a log without events.
    public static final Hash EMPTY = of();

    private final byte[] bytes;

    public Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 value has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    public static Hash of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// As `toString` writes it.
    ///
    /// @throws IllegalArgumentException where it is none
    public static Hash read(String base64) {
        var read = new Hash(Base64.getDecoder().decode(base64));
        if (!read.toString().equals(base64)) {
            throw new IllegalArgumentException("A SHA-256 value that is not in its one spelling");
        }
        return read;
    }

    /// The leaf of an entry, as RFC 6962 has it.
    public static Hash leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    /// The leaf of an event. The entry in the tree is a salted hash of the event, so the event can be erased
    /// while the tree still verifies, and nobody finds an erased event by trying likely ones.
    public static Hash leaf(byte[] salt, byte[] event) {
        return leaf(of(salt, event).bytes);
    }

    public static Hash node(Hash left, Hash right) {
        return of(NODE, left.bytes, right.bytes);
    }

    /// The root over a complete run: one, two, four … 256 neighbours.
    public static Hash over(List<Hash> run) {
        if (run.size() == 1) {
            return run.getFirst();
        }
        var half = run.size() / 2;
        return node(over(run.subList(0, half)), over(run.subList(half, run.size())));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// In base64, as checkpoints and proofs write it.
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
