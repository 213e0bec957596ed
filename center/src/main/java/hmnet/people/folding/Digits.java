package hmnet.people.folding;

import java.text.Normalizer;

/// Numbers that identify (電話番号、保険者番号、郵便番号) without hyphens, widths and leading zeros; 0 when
/// empty.
public final class Digits {
    private static final int LENGTH_MAX = 18;

    private Digits() {}

    /// The digits of a text as one number.
    public static long read(String text) {
        var plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        var number = 0L;
        var count = 0;
        for (var i = 0; i < plain.length() && count < LENGTH_MAX; i++) {
            var c = plain.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
                count++;
            }
        }
        return number;
    }

    /// A telephone number with its trunk zero, whether written 082-… or +81 82-….
    public static long phone(String text) {
        var number = read(text);
        return text.strip().startsWith("+81") || number / 1_000_000_000L == 81 && text.startsWith("81")
                ? number % (number >= 81_0000_000_000L ? 10_000_000_000L : 1_000_000_000L)
                : number;
    }
}
