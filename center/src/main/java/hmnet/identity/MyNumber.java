package hmnet.identity;

/// Japan's individual number (個人番号): never accepted, stored or logged. Twelve digits whose last is the
/// check digit of 番号利用法に基づく総務省令第5条.
public final class MyNumber {
    private MyNumber() {}

    /// Whether a text, spaces and hyphens aside and full-width digits folded, is an individual number.
    public static boolean looksLike(String text) {
        var digits = folded(text);
        return digits.length() == 12
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.charAt(11) - '0' == checkDigit(digits);
    }

    /// A text without spaces and hyphens, its full-width digits as plain ones.
    public static String folded(String text) {
        return text.strip()
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '−' && c != 'ー' && c != '　')
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
