package hmnet.people.patients;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Chart numbers as tables hold them (カルテ番号の封印): a keyed hash of facility and number, by which they are compared, and
/// behind it the number itself under that hash as its nonce. The same number of one facility is always the
/// same bytes, so that queries, unique constraints and joins compare them as they stand; another facility's
/// are others.
@Component
public class SealedNumbers {
    private static final int TAG = 12;

    /// Numbers of up to 15 bytes look equally long.
    private static final int BLOCK = 16;

    private static final String HMAC = "HmacSHA256";
    private final SecretKeySpec hashes;
    private final SecretKeySpec words;

    public SealedNumbers(Keys keys) {
        this.hashes = new SecretKeySpec(keys.derive("keyed hash of chart numbers"), HMAC);
        this.words = new SecretKeySpec(keys.derive("chart numbers"), "AES");
    }

    public byte[] of(FacilityId facility, String number) {
        return of(facility.value(), number);
    }

    /// Each as a table holds it, in the order given.
    public byte[][] of(FacilityId facility, Collection<String> numbers) {
        return numbers.stream().map(number -> of(facility.value(), number)).toArray(byte[][]::new);
    }

    public byte[] of(long facility, String number) {
        var text = number.getBytes(UTF_8);
        var padded = Arrays.copyOf(text, Math.ceilDiv(text.length + 1, BLOCK) * BLOCK);
        var tag = tag(facility, number);
        var sealed = Arrays.copyOf(tag, TAG + padded.length);
        System.arraycopy(counted(tag, padded, 0), 0, sealed, TAG, padded.length);
        return sealed;
    }

    /// Throws when the value was changed, is of another facility or was sealed under another key.
    public String open(long facility, byte[] sealed) {
        var number = opened(sealed);
        if (!MessageDigest.isEqual(tag(facility, number), Arrays.copyOf(sealed, TAG))) {
            throw new IllegalStateException("A chart number of facility " + facility + " does not open under this key");
        }
        return number;
    }

    /// The number of a row that has `facility` and `number`.
    public String open(ResultSet row) throws SQLException {
        return open(row.getLong("facility"), row.getBytes("number"));
    }

    /// The number of a row, null where it has none.
    ///
    /// @param facility the column of the facility
    /// @param number the column of the sealed number
    public @Nullable String open(ResultSet row, String facility, String number) throws SQLException {
        var sealed = row.getBytes(number);
        return sealed == null ? null : open(row.getLong(facility), sealed);
    }

    /// The number without asking whether it is the facility's: for putting very many in order.
    public String opened(byte[] sealed) {
        if (sealed.length < TAG + BLOCK) {
            throw new IllegalStateException("A chart number is not sealed");
        }
        var text = counted(sealed, sealed, TAG);
        var end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return new String(text, 0, end, UTF_8);
    }

    private byte[] tag(long facility, String number) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(hashes);
            return Arrays.copyOf(mac.doFinal((facility + "\n" + number).getBytes(UTF_8)), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    private byte[] counted(byte[] tag, byte[] text, int from) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, words, new IvParameterSpec(Arrays.copyOf(Arrays.copyOf(tag, TAG), BLOCK)));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-CTR", e);
        }
    }
}
