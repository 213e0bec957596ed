package hmnet.consent.cards;

import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What the QR on a card says (`HM1.number.issue.mac`): number, issue and the first 48 bits of a MAC, no
/// personal data.
@Component
public class CardQr {
    /// How each payload begins.
    public static final String MARK = "HM1.";

    private static final int LENGTH_MAX = 64;
    private static final Pattern WHOLE =
            Pattern.compile("HM1\\.[0-9]{13}\\.[0-9]{1,4}\\.[0-9A-F]{12}|HM2\\.[0-9]{1,18}\\.[A-P]{16}");

    private final Keys keys;

    CardQr(Keys keys) {
        this.keys = keys;
    }

    String payload(CardNumber number, int issue) {
        var text = MARK + number.value() + "." + issue;
        return text + "." + mac(text);
    }

    /// The card a payload names, if its MAC is ours.
    Optional<CardNumber> read(String payload) {
        var parts = plain(payload).split("\\.", -1);
        if (parts.length != 4 || payload.length() > LENGTH_MAX || !parts[0].equals("HM1")) {
            return Optional.empty();
        }
        var expected = mac(parts[0] + "." + parts[1] + "." + parts[2]).getBytes(StandardCharsets.UTF_8);
        var said = parts[3].toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, said)) {
            return Optional.empty();
        }
        return Optional.of(new CardNumber(parts[1]));
    }

    /// Whether a text is the QR of a card, printed or in the app, ours or not, in any width and case: readers
    /// type through input methods and shift locks.
    public static boolean looksLike(String text) {
        var plain = plain(text);
        return plain.startsWith(MARK) || plain.startsWith(AppCardQr.MARK);
    }

    /// Whether a text is the QR of a card from its mark to its last letter, ours or not: its proof may read like any
    /// number.
    static boolean isWhole(String text) {
        return text.length() <= LENGTH_MAX && WHOLE.matcher(plain(text)).matches();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('。', '.')
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    private String mac(String text) {
        return HexFormat.of().formatHex(keys.hash("card QR").doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }
}
