package hmnet.formats.base.hl7;

import java.util.Locale;

/// The character set that a message names (MSH-18).
final class DeclaredCharset {
    private DeclaredCharset() {}

    /// MSH-18 without spaces, in upper case. Kanji in earlier fields may hold the separator's byte, so they are
    /// skipped.
    static String declared(byte[] bytes, int from, int to) {
        byte separator = bytes[from + 3];
        int field = 1;
        boolean kanji = false;
        var found = new StringBuilder();
        for (int i = from + 3;
                i < to && bytes[i] != '\r' && bytes[i] != '\n' && field < 19 && found.length() < 100;
                i++) {
            if (bytes[i] == 0x1B && i + 1 < to) {
                kanji = bytes[i + 1] == '$';
            } else if (!kanji && bytes[i] == separator) {
                field++;
            } else if (field == 18 && bytes[i] != ' ') {
                found.append((char) (bytes[i] & 0x7F));
            }
        }
        return found.toString().toUpperCase(Locale.ROOT);
    }
}
