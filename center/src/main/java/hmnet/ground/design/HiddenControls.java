package hmnet.ground.design;

/// Characters that nobody sees and that change how others read (制御文字): those that turn the direction of a line, and
/// control characters. A drug's dose must not be turned round on the way from the record to the eye, and nothing that
/// was sent may vanish: each stands as its number.
public final class HiddenControls {
    private HiddenControls() {}

    /// The text with `⟦U+202E⟧` where such a character stood; itself where there is none.
    public static String shown(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (hidden(text.charAt(at))) {
                return marked(text, at);
            }
        }
        return text;
    }

    private static String marked(String text, int first) {
        var shown = new StringBuilder(text.length() + 64).append(text, 0, first);
        for (var at = first; at < text.length(); at++) {
            var c = text.charAt(at);
            if (hidden(c)) {
                shown.append("⟦U+%04X⟧".formatted((int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean hidden(char c) {
        return !plain(c) && isHidden(c);
    }

    /// Letters, kana and kanji, of which nearly every page consists: among them is none.
    private static boolean plain(char c) {
        return c >= ' ' && c <= '~' || c >= 0x3040 && c <= 0x9FFF;
    }

    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT ->
                c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
            default -> false;
        };
    }
}
