package hmnet.exchange.balp;

import java.util.Locale;

/// Untrusted text on its way out (外へ出す文字列; S046): what ends a line, steers a terminal or has no place in XML is
/// written as a backslash, `u` and four digits, so that no event can look like two.
final class VisibleText {
    private VisibleText() {}

    static String of(String text) {
        if (text.codePoints().allMatch(VisibleText::isVisible)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // From outside: Unicode's categories, of which all others are seen.
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }
}
