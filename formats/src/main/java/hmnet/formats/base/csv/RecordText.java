package hmnet.formats.base.csv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text of a record file (本文): MS932 or UTF-8 by what the bytes can only be, refused rather than
/// replaced.
final class RecordText {
    private static final int FIRST_OWN = 0xE000;
    private static final int LAST_OWN = 0xF8FF;

    private RecordText() {}

    /// @param bytes without a byte order mark
    /// @param marked there was one, so it is UTF-8
    /// @param usual UTF-8 is worth no note
    static CharBuffer decode(ByteBuffer bytes, boolean marked, boolean usual, List<Note> notes) throws Unreadable {
        if (isAscii(bytes)) {
            return checked(StandardCharsets.US_ASCII.decode(bytes.duplicate()), notes);
        }
        var utf8 = attempt(bytes, StandardCharsets.UTF_8);
        if (utf8.whole() && (marked || isJapanese(utf8.text))) {
            if (!marked && !usual) {
                notes.add(Note.repair("charset-utf8", 0, "", "UTF-8"));
            }
            return checked(utf8.text, notes);
        }
        var windows = attempt(bytes, RecordForm.WINDOWS);
        if (!marked && windows.whole()) {
            return checked(windows.text, notes);
        }
        var nearest = marked || utf8.read > windows.read ? utf8 : windows;
        throw new Unreadable(
                "charset", lineOf(bytes, nearest.read), "", "neither MS932 nor UTF-8 from byte " + nearest.read);
    }

    /// What the bytes of a large file are written in, found without keeping their text.
    ///
    /// @throws Unreadable `charset` with the first line that is in neither
    static Charset charset(ByteBuffer bytes, boolean marked) throws Unreadable {
        if (isAscii(bytes)) {
            return StandardCharsets.US_ASCII;
        }
        var utf8 = pass(bytes, StandardCharsets.UTF_8);
        if (utf8.whole() && (marked || utf8.japanese)) {
            return StandardCharsets.UTF_8;
        }
        var windows = pass(bytes, RecordForm.WINDOWS);
        if (!marked && windows.whole()) {
            return RecordForm.WINDOWS;
        }
        var nearest = marked || utf8.read > windows.read ? utf8 : windows;
        throw new Unreadable(
                "charset", lineOf(bytes, nearest.read), "", "neither MS932 nor UTF-8 from byte " + nearest.read);
    }

    private record Passage(int read, int size, boolean japanese) {
        boolean whole() {
            return read == size;
        }
    }

    private static Passage pass(ByteBuffer bytes, Charset charset) {
        var in = bytes.slice();
        var out = CharBuffer.allocate(1 << 16);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean japanese = false;
        while (true) {
            var result = decoder.decode(in, out, true);
            japanese |= isJapanese(out.flip());
            out.clear();
            if (!result.isOverflow()) {
                return new Passage(in.position(), in.limit(), japanese);
            }
        }
    }

    private record Attempt(CharBuffer text, int read, int size) {
        boolean whole() {
            return read == size;
        }
    }

    private static Attempt attempt(ByteBuffer bytes, Charset charset) {
        var in = bytes.slice();
        var out = CharBuffer.allocate(in.remaining() + 1);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return new Attempt(out.flip(), in.position(), in.limit());
    }

    private static boolean isAscii(ByteBuffer bytes) {
        var array = bytes.array();
        int to = bytes.arrayOffset() + bytes.limit();
        for (int i = bytes.arrayOffset() + bytes.position(); i < to; i++) {
            if (array[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// ﾃｽ in MS932 is also UTF-8, of a letter that no Japanese file holds.
    private static boolean isJapanese(CharBuffer text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x2E80) {
                return true;
            }
        }
        return false;
    }

    private static CharBuffer checked(CharBuffer text, List<Note> notes) throws Unreadable {
        return checked(text, 1, notes);
    }

    /// @param first the number of the text's first line
    static CharBuffer checked(CharBuffer text, int first, List<Note> notes) throws Unreadable {
        int line = first;
        int wide = 0;
        int garbled = 0;
        int own = 0;
        var chars = text.array();
        int to = text.arrayOffset() + text.limit();
        for (int i = text.arrayOffset() + text.position(); i < to; i++) {
            char c = chars[i];
            if (c == '\n' || c == '\r' && (i + 1 == to || chars[i + 1] != '\n')) {
                line++;
            } else if (c >= 0x80) {
                wide++;
                garbled += c == '縺' || c == '繧' || c == '繝' ? 1 : 0;
                if (c == '\uFFFD' || c < 0xA1 || c >= 0xF8F0 && c <= LAST_OWN) {
                    throw new Unreadable("charset", line, "", "U+%04X".formatted((int) c));
                }
                if (c >= FIRST_OWN && c <= LAST_OWN && own == 0) {
                    own = line;
                    notes.add(Note.info("own-character", line, "", "U+%04X".formatted((int) c)));
                }
            }
            if (isControl(c)) {
                throw new Unreadable("control-character", line, "", "U+%04X".formatted((int) c));
            }
        }
        if (garbled > 3 && garbled * 10 > wide) {
            throw new Unreadable("charset", 0, "", "garbled before it was sent: UTF-8 taken for MS932");
        }
        return text;
    }

    /// Control characters, and those that turn the order of what is shown round.
    private static boolean isControl(char c) {
        return c < 0x20 && c != '\r' && c != '\n' && c != '\t'
                || c == 0x7F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    private static int lineOf(ByteBuffer bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            byte b = bytes.get(bytes.position() + i);
            if (b == '\n' || b == '\r' && (i + 1 == offset || bytes.get(bytes.position() + i + 1) != '\n')) {
                line++;
            }
        }
        return line;
    }
}
