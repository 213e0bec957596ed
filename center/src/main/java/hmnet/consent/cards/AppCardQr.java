package hmnet.consent.cards;

import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the QR of a card in the app says (`HM2.code.mac`): the number of a code and the first 64 bits of a MAC.
/// Digits and capitals alone, so that readers type it as they type a printed card's; the MAC in letters from A
/// to P, so that no digits of it are ever taken for an individual number (個人番号).
@Component
class AppCardQr {
    static final String MARK = "HM2.";
    private static final Pattern WRITTEN = Pattern.compile("HM2\\.([1-9][0-9]{0,17})\\.([A-P]{16})");
    private static final int MAC_BYTES = 8;

    private final Keys keys;

    AppCardQr(Keys keys) {
        this.keys = keys;
    }

    String text(long code) {
        return MARK + code + "." + mac(code);
    }

    /// The code that a text names, if its MAC is ours.
    OptionalLong read(String text) {
        var written = WRITTEN.matcher(CardQr.plain(text));
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        var code = Long.parseLong(written.group(1));
        return MessageDigest.isEqual(ascii(mac(code)), ascii(written.group(2)))
                ? OptionalLong.of(code)
                : OptionalLong.empty();
    }

    private String mac(long code) {
        var mac = keys.hash("app card QR").doFinal(ascii(MARK + code));
        return HexFormat.of()
                .formatHex(mac, 0, MAC_BYTES)
                .chars()
                .mapToObj(digit -> Character.toString('A' + Character.digit(digit, 16)))
                .collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
