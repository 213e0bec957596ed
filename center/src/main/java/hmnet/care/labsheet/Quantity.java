package hmnet.care.labsheet;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A laboratory value that is a number, or says that it lies beyond one (数値).
///
/// @param bound -1 for `<`, 1 for `>`, 0 for the number itself
public record Quantity(double number, int bound) {
    private static final Pattern NUMBER = Pattern.compile("([<>≦≧≤≥]?)=? *([-+]?[0-9]{1,12}(?:\\.[0-9]{1,9})?)");

    public static Optional<Quantity> of(String text) {
        var matcher =
                NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        return matcher.matches()
                ? Optional.of(new Quantity(Double.parseDouble(matcher.group(2)), bound(matcher.group(1))))
                : Optional.empty();
    }

    private static int bound(String sign) {
        return sign.isEmpty() ? 0 : "<≦≤".contains(sign) ? -1 : 1;
    }

    public boolean exact() {
        return bound == 0;
    }

    /// `<3` is below 3 and everything above it.
    public boolean below(double low) {
        return number < low && bound <= 0 || number == low && bound < 0;
    }

    boolean above(double high) {
        return number > high && bound >= 0 || number == high && bound > 0;
    }
}
