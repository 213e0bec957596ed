package hmnet.record.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The seal of one patient's rows (患者ごとの行の封印). Words are a tag of 12 bytes, by which they are compared, and the
/// word under AES-CTR with that tag as its nonce: opening makes the tag anew and refuses another.
public final class PatientSeal {
    static final int TAG = 12;
    private static final int BLOCK = 16;
    private final byte[] key;
    private final Tags sources;
    private final Tags items;
    private final SecretKeySpec words;

    PatientSeal(byte[] key, Tags sources, Tags items, SecretKeySpec words) {
        this.key = key;
        this.sources = sources;
        this.items = items;
        this.words = words;
    }

    /// The tag of a word.
    interface Tags {
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
        var text = code.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(text, Math.ceilDiv(text.length + 1, BLOCK) * BLOCK);
        return sealed(departmentTag(row, code), padded);
    }

    public String department(UUID row, byte[] sealed) {
        var text = new String(opened(sealed), StandardCharsets.UTF_8);
        var end = text.indexOf('\0');
        var code = end < 0 ? text : text.substring(0, end);
        if (!MessageDigest.isEqual(department(row, code), sealed)) {
            throw new IllegalStateException("The department of row " + row + " does not open under this key");
        }
        return code;
    }

    /// The number of a code in this patient's rows: rows that tell of the same item share it, another patient's do not.
    public long item(String system, String code) {
        return ByteBuffer.wrap(items.of(system + "\n" + code)).getLong();
    }

    /// Seals a source key: the same key of the same patient gives the same text.
    public String source(String sourceKey) {
        var sealed = sealed(sources.of(sourceKey), sourceKey.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public String sourceOf(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A source key is not sealed: start the centre once on this database", e);
        }
        var word = new String(opened(sealed), StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sources.of(word), Arrays.copyOf(sealed, TAG))) {
            throw new IllegalStateException("A source key does not open under this key");
        }
        return word;
    }

    private byte[] departmentTag(UUID row, String code) {
        return sha(id(row), ("d" + code).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sealed(byte[] tag, byte[] word) {
        var sealed = Arrays.copyOf(Arrays.copyOf(tag, TAG), TAG + word.length);
        System.arraycopy(counted(tag, word, 0), 0, sealed, TAG, word.length);
        return sealed;
    }

    private byte[] opened(byte[] sealed) {
        if (sealed.length < TAG) {
            throw new IllegalStateException("A sealed word of a row is too short");
        }
        return counted(sealed, sealed, TAG);
    }

    /// AES-CTR over `text` from `from` on, the nonce being the tag's first bytes.
    private byte[] counted(byte[] tag, byte[] text, int from) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, words, new IvParameterSpec(Arrays.copyOf(Arrays.copyOf(tag, TAG), BLOCK)));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-CTR", e);
        }
    }

    private byte[] sha(byte[] row, byte[] more) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(key);
            sha.update(row);
            return sha.digest(more);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static byte[] id(UUID row) {
        return ByteBuffer.allocate(BLOCK)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
