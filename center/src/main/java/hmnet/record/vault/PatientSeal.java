package hmnet.record.vault;

import hmnet.ground.keys.TaggedSeal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The seal of one patient's rows (患者ごとの行の封印). Used by one thread.
public final class PatientSeal {
    private static final int TAG = TaggedSeal.TAG;
    private static final int ID = 16;
    private final byte[] key;
    private final KeyedTags tags;
    private final TaggedSeal words;
    private @Nullable MessageDigest hashing;

    PatientSeal(byte[] key, KeyedTags tags, TaggedSeal words) {
        this.key = key;
        this.tags = tags;
        this.words = words;
    }

    /// Tags of words of this patient.
    interface KeyedTags {
        byte[] of(String word);
    }

    /// The key of the patient's rows, for `RowSeals.labels` and `RowSeals.isOf`. It opens nothing of another patient.
    public byte[] forSql() {
        return key.clone();
    }

    /// Seals the labels of a row, and opens them.
    public long labels(UUID row, long labels) {
        return labels ^ ByteBuffer.wrap(sha(id(row), new byte[0])).getLong();
    }

    /// Seals the department of a row. All codes look equally long.
    public byte[] department(UUID row, String code) {
        return words.sealPadded(departmentTag(row, code), code.getBytes(StandardCharsets.UTF_8));
    }

    public String department(UUID row, byte[] sealed) {
        var text = new String(words.open(sealed), StandardCharsets.UTF_8);
        var end = text.indexOf('\0');
        var code = end < 0 ? text : text.substring(0, end);
        var filled = text.substring(code.length()).chars().allMatch(c -> c == 0);
        if (!filled
                || !MessageDigest.isEqual(Arrays.copyOf(departmentTag(row, code), TAG), Arrays.copyOf(sealed, TAG))) {
            throw new IllegalStateException("The department of row " + row + " does not open under this key");
        }
        return code;
    }

    /// Seals a source key: the same key of the same patient gives the same text.
    public String source(String sourceKey) {
        var sealed = words.seal(sourceTag(sourceKey), sourceKey.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public String sourceOf(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A source key is not sealed: start the centre once on this database", e);
        }
        var word = new String(words.open(sealed), StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sourceTag(word), Arrays.copyOf(sealed, TAG))) {
            throw new IllegalStateException("A source key does not open under this key");
        }
        return word;
    }

    /// A code as a number: the same code of the same patient gives the same number, and nobody opens it.
    public long code(String code) {
        return ByteBuffer.wrap(tags.of("code\n" + code)).getLong();
    }

    private byte[] sourceTag(String sourceKey) {
        return Arrays.copyOf(tags.of("source\n" + sourceKey), TAG);
    }

    private byte[] departmentTag(UUID row, String code) {
        return sha(id(row), ("d" + code).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sha(byte[] row, byte[] more) {
        try {
            var sha = hashing == null ? MessageDigest.getInstance("SHA-256") : hashing;
            hashing = sha;
            sha.update(key);
            sha.update(row);
            return sha.digest(more);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static byte[] id(UUID row) {
        return ByteBuffer.allocate(ID)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
