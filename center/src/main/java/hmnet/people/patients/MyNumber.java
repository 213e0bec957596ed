package hmnet.people.patients;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Japan's individual number (個人番号): never accepted, stored or logged. Twelve digits whose last is the
/// check digit of 番号利用法に基づく総務省令第5条.
public final class MyNumber {
    /// From the beginning of a group of digits to the end of the same or a later one.
    private static final Pattern TWELVE = Pattern.compile("(?<![0-9])[0-9](?:-{0,3}[0-9]){11}(?![0-9])");

    /// What people draw a line or a dot with, besides all that Unicode calls a dash.
    private static final String LINES = "−ー─━~・.";

    private static final String KANJI = "〇一二三四五六七八九";
    private static final char ZERO = '零';

    private MyNumber() {}

    /// Whether a text is an individual number, in any width, also in kanji, with any spaces, dashes and dots between.
    public static boolean looksLike(String text) {
        return checked(folded(text));
    }

    /// Whether a text is one, or one stands in it among other words and numbers.
    public static boolean standsIn(String text) {
        if (looksLike(text)) {
            return true;
        }
        var plain = plain(text);
        var twelve = TWELVE.matcher(plain);
        for (var from = 0; twelve.find(from); from = twelve.start() + 1) {
            if (checked(twelve.group().replace("-", ""))) {
                return true;
            }
        }
        return false;
    }

    /// A text without spaces, dashes and dots, its digits as plain ones.
    public static String folded(String text) {
        return plain(text).replace("-", "");
    }

    /// Whether a character is a digit or holds one, such as ① or ７.
    public static boolean holdsDigit(int codePoint) {
        return plain(Character.toString(codePoint)).chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /// The same with one hyphen for each character that only parts digits.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> parts(c) ? '-' : digit(c) < 0 ? c : '0' + digit(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// What a character counts, in any script and in kanji; less than 0 for none.
    private static int digit(int c) {
        return c == ZERO ? 0 : Character.isDigit(c) ? Character.digit(c, 10) : KANJI.indexOf(c);
    }

    private static boolean parts(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || LINES.indexOf(c) >= 0;
    }

    private static boolean checked(String digits) {
        return digits.length() == 12
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.charAt(11) - '0' == checkDigit(digits);
    }

    private static int checkDigit(CharSequence digits) {
        var sum = 0;
        for (var n = 1; n <= 11; n++) {
            var weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        var rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }
}
