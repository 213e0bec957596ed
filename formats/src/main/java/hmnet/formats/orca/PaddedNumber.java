package hmnet.formats.orca;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number that ORCA pads to its field's width (桁を埋めた数): `00003.00000` is 3.
final class PaddedNumber {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");

    private PaddedNumber() {}

    /// Anything but a plain number stays as it came.
    static String plain(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /// 0 for what is no whole number.
    static int whole(String text) {
        return NUMBER.matcher(text).matches() && text.indexOf('.') < 0 && text.length() < 5
                ? Integer.parseInt(text)
                : 0;
    }
}
