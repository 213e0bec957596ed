package hmnet.consent;

/// Japan's individual number (個人番号): never accepted, stored or logged. Twelve digits whose last is the
/// check digit of 番号利用法に基づく総務省令第5条.
public final class MyNumber {
    private MyNumber() {}

    /// Whether a text, spaces and hyphens aside and full-width digits folded, is an individual number.
    public static boolean looksLike(String text) {
        var digits = text.strip()
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '−' && c != 'ー' && c != '　')
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return digits.toString().matches("[0-9]{12}") && digits.charAt(11) - '0' == checkDigit(digits);
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
