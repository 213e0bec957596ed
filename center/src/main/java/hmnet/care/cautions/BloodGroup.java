package hmnet.care.cautions;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A blood group as far as words tell it (血液型): O型 Rh(+), Ａ, AB 陰性.
///
/// @param abo A, B, O or AB; nothing for words that say none of them
/// @param rhesus `+` or `-`, where it is said
public record BloodGroup(Optional<String> abo, Optional<String> rhesus) {
    private static final Pattern GROUP = Pattern.compile("(?<![A-Z])(AB|A|B|O)(?![A-Z])");

    public static BloodGroup of(String said) {
        return new BloodGroup(group(said), factor(said));
    }

    private static Optional<String> group(String said) {
        var abo = GROUP.matcher(plain(said));
        return abo.find() ? Optional.of(abo.group(1)) : Optional.empty();
    }

    private static Optional<String> factor(String said) {
        var plain = plain(said);
        var negative = plain.matches("(?s).*(-|−|陰性).*");
        var positive = plain.matches("(?s).*(\\+|陽性).*");
        return negative == positive ? Optional.empty() : Optional.of(negative ? "-" : "+");
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace("RH", " ")
                .replace("型", " ");
    }
}
