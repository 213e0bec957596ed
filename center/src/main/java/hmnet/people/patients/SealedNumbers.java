package hmnet.people.patients;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.TaggedSeal;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Chart numbers as tables hold them (カルテ番号の封印): a keyed hash of facility and number, by which they are compared, and
/// behind it the number itself under that hash as its nonce. The same number of one facility is always the
/// same bytes, so that queries, unique constraints and joins compare them as they stand; another facility's
/// are others.
@Component
public class SealedNumbers {
    private static final int TAG = TaggedSeal.TAG;

    /// As little as a sealed number has.
    private static final int SHORTEST = TAG + 16;

    private final Hmac hashes;
    private final TaggedSeal words;

    public SealedNumbers(Keys keys) {
        this.hashes = new Hmac(keys.derive("keyed hash of chart numbers"));
        this.words = new TaggedSeal(keys.derive("chart numbers"));
    }

    public byte[] of(FacilityId facility, String number) {
        return of(facility.value(), number);
    }

    /// Each as a table holds it, in the order given.
    public byte[][] of(FacilityId facility, Collection<String> numbers) {
        return numbers.stream().map(number -> of(facility.value(), number)).toArray(byte[][]::new);
    }

    public byte[] of(long facility, String number) {
        return words.sealPadded(tag(facility, number), number.getBytes(UTF_8));
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
        if (sealed.length < SHORTEST) {
            throw new IllegalStateException("A chart number is not sealed");
        }
        var text = words.open(sealed);
        var end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return new String(text, 0, end, UTF_8);
    }

    private byte[] tag(long facility, String number) {
        return Arrays.copyOf(hashes.of(facility + "\n" + number), TAG);
    }
}
