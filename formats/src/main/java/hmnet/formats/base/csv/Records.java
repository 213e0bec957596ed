package hmnet.formats.base.csv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of lines and commas, split (レコードファイル): leniently towards its encoding, line ends and end
/// mark, each slip noted.
///
/// @param lines without the blank ones
/// @param ended the last line has its line end or the end mark: it was not cut
public record Records(List<RecordLine> lines, boolean ended, List<Note> notes) {
    private static final byte END = 0x1A;
    private static final int BOM = 3;

    /// @throws Unreadable `empty`, `too-large`, `too-many-lines`, `too-many-columns`, `column-too-long`,
    ///     `charset`,
    /// `control-character`, `quote-not-closed`
    public static Records read(byte[] bytes, RecordForm form) throws Unreadable {
        if (bytes.length > form.bytes()) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var notes = new ArrayList<Note>();
        boolean marked =
                bytes.length >= BOM && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        if (marked && !form.utf8()) {
            notes.add(Note.repair("byte-order-mark", 1, "", "UTF-8"));
        }
        int to = bytes.length;
        while (to > 0 && (bytes[to - 1] == END || bytes[to - 1] == 0)) {
            to--;
        }
        boolean endMark = to < bytes.length;
        if (endMark && bytes[bytes.length - 1] == 0) {
            notes.add(Note.repair("padding", 0, "", bytes.length - to + " bytes after the end"));
        }
        int from = marked ? BOM : 0;
        var plain = withoutEndMarks(bytes, from, to, notes);
        count(plain, form);
        var text = RecordText.decode(plain, marked, form.utf8(), notes);
        var lines = new RecordSplit(text, form).lines();
        if (lines.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no line");
        }
        boolean ended = endMark || endsLine(text);
        ends(text, ended ? null : lines.getLast(), notes);
        return new Records(lines, ended, List.copyOf(notes));
    }

    /// The lines of a text that was decoded elsewhere, without the blank ones; an end mark behind the last is dropped.
    ///
    /// @throws Unreadable `too-many-lines`, `too-many-columns`, `column-too-long`, `quote-not-closed`
    public static List<RecordLine> lines(String text, RecordForm form) throws Unreadable {
        int to = text.length() - (text.endsWith("\u001A") ? 1 : 0);
        return new RecordSplit(CharBuffer.wrap(text.toCharArray(), 0, to), form).lines();
    }

    /// An end mark in the middle stands where several files were joined; elsewhere it is a control character
    /// and refused.
    private static ByteBuffer withoutEndMarks(byte[] bytes, int from, int to, List<Note> notes) {
        byte[] plain = null;
        int size = 0;
        for (int i = from; i < to; i++) {
            boolean joint = bytes[i] == END && (i == from || bytes[i - 1] == '\n' || bytes[i - 1] == '\r');
            if (joint && plain == null) {
                notes.add(Note.repair("end-mark", 0, "", "an end mark in the middle"));
                plain = new byte[to - from];
                System.arraycopy(bytes, from, plain, 0, i - from);
                size = i - from;
            } else if (plain != null && !joint) {
                plain[size++] = bytes[i];
            }
        }
        return plain == null ? ByteBuffer.wrap(bytes, from, to - from).slice() : ByteBuffer.wrap(plain, 0, size);
    }

    /// Commas and line ends are no second bytes of a character, neither in MS932 nor in UTF-8.
    private static void count(ByteBuffer bytes, RecordForm form) throws Unreadable {
        int lines = 1;
        int columns = 1;
        var array = bytes.array();
        int to = bytes.arrayOffset() + bytes.limit();
        for (int i = bytes.arrayOffset(); i < to; i++) {
            byte b = array[i];
            if (b == '\n' || b == '\r') {
                lines += b == '\r' && i + 1 < to && array[i + 1] == '\n' ? 0 : 1;
                columns = 1;
            } else if (b == ',' && ++columns > form.columns()) {
                throw new Unreadable("too-many-columns", lines, "", "more than " + form.columns());
            }
            if (lines > form.lines()) {
                throw new Unreadable("too-many-lines", lines, "", "more than " + form.lines());
            }
        }
    }

    private static boolean endsLine(CharBuffer text) {
        char last = text.length() == 0 ? 0 : text.charAt(text.length() - 1);
        return last == '\n' || last == '\r';
    }

    private static void ends(CharBuffer text, @Nullable RecordLine open, List<Note> notes) {
        var chars = text.array();
        int to = text.arrayOffset() + text.limit();
        for (int i = text.arrayOffset() + text.position(); i < to; i++) {
            char c = chars[i];
            if (c == '\n' || c == '\r' && (i + 1 == to || chars[i + 1] != '\n')) {
                notes.add(Note.repair("line-end", 0, "", c == '\n' ? "LF for CRLF" : "CR for CRLF"));
                break;
            } else if (c == '\r') {
                i++;
            }
        }
        if (open != null) {
            notes.add(Note.info("last-line-open", open.number(), "", String.join(",", open.columns())));
        }
    }
}
