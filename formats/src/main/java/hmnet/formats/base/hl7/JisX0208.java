package hmnet.formats.base.hl7;

import java.nio.charset.Charset;

/// The character table of JIS X 0208 (JIS漢字), 94 by 94, both ways, and what Windows machines add to it.
///
/// The standard's own mapping comes first (WAVE DASH is U+301C). Rows that JIS leaves empty and Windows fills
/// (NEC and IBM characters such as ① and 髙) are read, never written.
final class JisX0208 {
    static final int ROWS = 94;
    private static final char NONE = '\uFFFD';
    private static final char[] STANDARD = table("ISO-2022-JP");
    private static final char[] WINDOWS = table("x-windows-iso2022jp");
    private static final char[] REVERSE = reverse();

    private JisX0208() {}

    /// The character of two 7-bit bytes, or NUL when neither the standard nor Windows has one there.
    static char decode(int high, int low) {
        int cell = (high - 0x21) * ROWS + low - 0x21;
        char standard = STANDARD[cell];
        return standard != NONE ? standard : WINDOWS[cell] == NONE ? 0 : WINDOWS[cell];
    }

    static boolean isExtension(int high, int low) {
        return STANDARD[(high - 0x21) * ROWS + low - 0x21] == NONE;
    }

    /// The two bytes of a character as one number, or 0 when JIS X 0208 has no such character.
    static int encode(char c) {
        return REVERSE[c];
    }

    private static char[] table(String charset) {
        var bytes = new byte[5];
        var table = new char[ROWS * ROWS];
        var decoder = Charset.forName(charset);
        for (int row = 0; row < ROWS; row++) {
            for (int cell = 0; cell < ROWS; cell++) {
                bytes[0] = 0x1B;
                bytes[1] = '$';
                bytes[2] = 'B';
                bytes[3] = (byte) (0x21 + row);
                bytes[4] = (byte) (0x21 + cell);
                var text = new String(bytes, 0, 5, decoder);
                table[row * ROWS + cell] = text.length() == 1 ? text.charAt(0) : NONE;
            }
        }
        return table;
    }

    private static char[] reverse() {
        var reverse = new char[0x10000];
        for (int cell = 0; cell < STANDARD.length; cell++) {
            if (STANDARD[cell] != NONE) {
                reverse[STANDARD[cell]] = (char) ((cell / ROWS + 0x21) << 8 | (cell % ROWS + 0x21));
            }
        }
        return reverse;
    }
}
