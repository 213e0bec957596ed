package hmnet.consent.cards;

import hmnet.people.patients.MyNumber;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/// The number printed on a card (HMカード番号): twelve random digits and a check digit by ISO 7064 MOD 11,10,
/// new at every issue, so that a reissue kills the typed number too.
public record CardNumber(String value) {
    private static final int DIGITS = 13;

    public CardNumber {
        if (!value.matches("[0-9]{13}") || checkDigit(value.substring(0, DIGITS - 1)) != value.charAt(DIGITS - 1)) {
            throw new IllegalArgumentException("A card number is 13 digits with a valid check digit");
        }
    }

    /// A number as it was typed or read, spaces, hyphens and full-width digits allowed; nothing when it is
    /// none.
    public static Optional<CardNumber> parse(String text) {
        var digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        try {
            return Optional.of(new CardNumber(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether what was typed where a card is asked for holds an individual number (個人番号の誤入力). A whole card
    /// number holds none, although the first twelve of its printed groups may bear a check digit that fits; neither
    /// does the QR of a card, whose proof may.
    public static boolean holdsMyNumber(String typed) {
        return parse(typed).isEmpty() && !CardQr.isWhole(typed) && MyNumber.standsIn(typed);
    }

    public static CardNumber random(SecureRandom random) {
        return random(random, "");
    }

    /// A number out of the range that begins with these digits.
    static CardNumber random(SecureRandom random, String prefix) {
        var digits = new StringBuilder(prefix);
        for (var i = prefix.length(); i < DIGITS - 1; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new CardNumber(digits.toString() + checkDigit(digits));
    }

    /// 1234 5678 9012 3, as printed.
    public String printed() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8, 12) + " "
                + value.substring(12);
    }

    static char checkDigit(CharSequence digits) {
        var product = 10;
        for (var i = 0; i < digits.length(); i++) {
            var sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
