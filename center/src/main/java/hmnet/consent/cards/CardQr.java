package hmnet.consent.cards;

import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the QR on a card says (`HM1.number.issue.mac`): number, issue and the first 48 bits of a MAC, no
/// personal data.
@Component
public class CardQr {
    /// How each payload begins.
    public static final String MARK = "HM1.";

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
        var parts = payload.strip().split("\\.", -1);
        if (parts.length != 4 || payload.length() > 64 || !parts[0].equals("HM1")) {
            return Optional.empty();
        }
        var expected = mac(parts[0] + "." + parts[1] + "." + parts[2]).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts[3].getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        return Optional.of(new CardNumber(parts[1]));
    }

    private String mac(String text) {
        return HexFormat.of().formatHex(keys.hash("card QR").doFinal(text.getBytes(StandardCharsets.US_ASCII)), 0, 6);
    }
}
