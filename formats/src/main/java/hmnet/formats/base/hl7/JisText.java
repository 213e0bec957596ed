package hmnet.formats.base.hl7;

import hmnet.formats.base.Width;
import java.io.ByteArrayOutputStream;

/// Text as an SS-MIX2 file may hold it (JIS表記): ASCII and JIS X 0208, nothing else.
///
/// What lies outside is spelled out by the table `spelling.csv` (① as (1), ㎎ as mg), half-width kana become
/// full-width, and what has no spelling becomes ■, since a reader must see that something stood there.
public final class JisText {
    private static final char MISSING = '■';

    private JisText() {}

    /// The text with every character that cannot be written replaced by its spelling.
    public static String spelled(String text) {
        if (isWritable(text)) {
            return text;
        }
        var source = wide(text);
        var out = new StringBuilder(source.length());
        source.codePoints().forEach(c -> {
            if (isWritable(c)) {
                out.appendCodePoint(c);
            } else if (c < ' ' || c == 0x7F) {
                out.append(' ');
            } else {
                out.append(Spelling.of(c).orElse(String.valueOf(MISSING)));
            }
        });
        return out.toString();
    }

    static boolean isWritable(String text) {
        return text.codePoints().allMatch(JisText::isWritable);
    }

    private static boolean isWritable(int c) {
        return c == '\n' || (c >= ' ' && c < 0x7F) || (c >= 0x80 && c <= 0xFFFF && JisX0208.encode((char) c) != 0);
    }

    /// Half-width kana and their sound marks as full-width letters; the rest untouched.
    private static String wide(String text) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '｡' && text.charAt(end) <= 'ﾟ') {
                end++;
            }
            if (end > at) {
                out.append(Width.folded(text.substring(at, end)));
                at = end;
            } else {
                out.append(text.charAt(at) == '\u00A0' ? ' ' : text.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    /// ISO-2022-JP, back in ASCII at the end of every line.
    static byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length() + text.length() / 2);
        boolean kanji = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c < 0x80 ? 0 : JisX0208.encode(c);
            if (c >= 0x80 && code == 0) {
                throw new IllegalArgumentException("U+%04X is not in JIS X 0208; spell it first".formatted((int) c));
            }
            if ((code != 0) != kanji) {
                kanji = code != 0;
                out.write(0x1B);
                out.write(kanji ? '$' : '(');
                out.write('B');
            }
            if (kanji) {
                out.write(code >> 8);
                out.write(code & 0xFF);
            } else {
                out.write(c);
            }
        }
        if (kanji) {
            out.writeBytes(new byte[] {0x1B, '(', 'B'});
        }
        return out.toByteArray();
    }
}
