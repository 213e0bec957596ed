package hmnet.people.patients;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The words of one row sealed as one value (語の封印), so that a row costs one opening. A byte for the form, then each
/// word with its length before it; a word that an older form did not have reads as empty.
public final class WordSeal {
    private static final byte FORM = 1;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final FieldSeal seal;

    /// @param purpose names the key, as in [FieldSeal]
    public WordSeal(Keys keys, String purpose) {
        this.seal = new FieldSeal(keys, purpose);
    }

    public byte[] seal(String place, List<String> words) {
        var form = new ByteArrayOutputStream(128);
        form.write(FORM);
        for (var word : words) {
            var bytes = word.getBytes(StandardCharsets.UTF_8);
            var length = bytes.length;
            while (length > SEVEN_BITS) {
                form.write(length & SEVEN_BITS | MORE);
                length >>= 7;
            }
            form.write(length);
            form.writeBytes(bytes);
        }
        return seal.seal(place, form.toByteArray());
    }

    /// @param count how many words the caller reads
    public List<String> open(String place, byte[] sealed, int count) {
        var form = seal.open(place, sealed);
        if (form.length == 0 || form[0] != FORM) {
            throw new IllegalStateException("The words at " + place + " have a form that this version does not know");
        }
        var words = new ArrayList<String>(count);
        var at = 1;
        while (at < form.length) {
            var length = 0;
            var shift = 0;
            while ((form[at] & MORE) != 0) {
                length |= (form[at++] & SEVEN_BITS) << shift;
                shift += 7;
            }
            length |= form[at++] << shift;
            words.add(new String(form, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        while (words.size() < count) {
            words.add("");
        }
        return words;
    }
}
