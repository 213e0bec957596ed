package hmnet.record.inbox.numbers;

import hmnet.people.patients.MyNumber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file as lines of cells (表の欄), whatever parts them: comma, tab, semicolon or bar; one cell a line when nothing
/// does. Every cell is a place among the bytes, in UTF-8, Shift_JIS or JIS.
final class Cells {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final int HEAD = 1 << 16;
    private static final byte[] PARTING = {',', '\t', ';', '|'};

    private final byte[] bytes;
    private final Charset charset;
    private final byte parting;

    private Cells(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
        this.parting = parting();
    }

    /// Takes a cell.
    interface CellTaker {
        /// @param from place of its first byte
        /// @param to place behind its last byte
        void take(int line, int column, int from, int to);
    }

    /// Whether bytes are a text at all: a picture or an archive has no cells.
    static boolean isText(byte[] bytes) {
        for (int at = 0; at < Math.min(HEAD, bytes.length); at++) {
            if (bytes[at] >= 0 && bytes[at] < ' ' && "\t\r\n\f\u000b\u001a\u001b\u001c".indexOf(bytes[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    static Cells of(byte[] bytes) {
        return new Cells(bytes, charset(bytes));
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, charset);
    }

    /// Blots out twelve digits of a cell, whatever digits and whatever parts them: 「1234.5678.9018」, ①②③.
    ///
    /// @return whether there were twelve
    boolean blotTwelve(int from, int to) {
        var text = text(from, to);
        if (charset.equals(JIS)
                || text.codePoints().filter(MyNumber::holdsDigit).count() != 12) {
            return false;
        }
        int at = from;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            var point = Character.toString(text.codePointAt(i));
            int width = point.getBytes(charset).length;
            if (MyNumber.holdsDigit(point.codePointAt(0))) {
                var star = (width == 1 ? "*" : "＊").getBytes(charset);
                if (star.length == width) {
                    System.arraycopy(star, 0, bytes, at, width);
                } else {
                    Arrays.fill(bytes, at, at + width, (byte) '*');
                }
            }
            at += width;
        }
        return true;
    }

    void forEach(CellTaker taker) {
        int line = 0;
        for (int from = 0; from < bytes.length; line++) {
            int end = line(line, from, taker);
            from = end + 1;
        }
    }

    /// Hands out the cells of a line and returns where it ends.
    private int line(int line, int begin, CellTaker taker) {
        int column = 0;
        int from = begin;
        boolean quoted = false;
        boolean kanji = false;
        int at = begin;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            if (bytes[at] == 0x1B && at + 2 < bytes.length) {
                kanji = bytes[at + 1] == '$';
                at += 3;
            } else if (kanji || isPair(bytes[at])) {
                at += 2;
            } else {
                quoted ^= bytes[at] == '"';
                if (bytes[at] == parting && !quoted) {
                    taker.take(line, column++, from, at);
                    from = at + 1;
                }
                at++;
            }
        }
        int end = Math.min(at, bytes.length);
        if (end > from) {
            taker.take(line, column, from, end);
        }
        return end;
    }

    private boolean isPair(byte b) {
        int lead = b & 0xFF;
        return charset.equals(MS932) && (lead >= 0x81 && lead <= 0x9F || lead >= 0xE0 && lead <= 0xFC);
    }

    /// The one that stands most often at the beginning of the file; nothing is a line's end, which parts no cells.
    private byte parting() {
        byte best = '\n';
        int most = 0;
        for (byte candidate : PARTING) {
            int count = 0;
            for (int at = 0; at < Math.min(HEAD, bytes.length); at++) {
                count += bytes[at] == candidate ? 1 : 0;
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static Charset charset(byte[] bytes) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == 0x1B && bytes[at + 1] == '$') {
                return JIS;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return MS932;
        }
    }
}
