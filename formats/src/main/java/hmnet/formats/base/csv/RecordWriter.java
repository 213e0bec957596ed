package hmnet.formats.base.csv;

import hmnet.formats.base.Note;
import hmnet.formats.base.WrittenFile;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/// Writes a record file as the standards want it (レコードファイルの書き出し): MS932, CRLF, no quotes, unless
/// told otherwise.
///
/// What would break the line is spelled otherwise, what the encoding does not have becomes 〓, and each is
/// noted.
public final class RecordWriter {
    private final StringBuilder out = new StringBuilder();
    private final List<Note> notes = new ArrayList<>();
    private final Charset charset;
    private final boolean quotes;
    private final CharsetEncoder encoder;
    private int number;

    public RecordWriter() {
        this(RecordForm.WINDOWS, false);
    }

    /// @param quotes texts with commas or quotes may stand in double quotes
    public RecordWriter(Charset charset, boolean quotes) {
        this.charset = charset;
        this.quotes = quotes;
        this.encoder = charset.newEncoder();
    }

    public RecordWriter line(String... columns) {
        return line(List.of(columns));
    }

    public RecordWriter line(List<String> columns) {
        number++;
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            text(columns.get(i), columns.getFirst() + "[" + i + "]");
        }
        out.append("\r\n");
        return this;
    }

    /// @param columns with empty ones at the end cut off, down to `least`
    public RecordWriter cut(int least, List<String> columns) {
        int size = columns.size();
        while (size > least && columns.get(size - 1).isEmpty()) {
            size--;
        }
        return line(columns.subList(0, size));
    }

    public void note(String code, String field, String text) {
        notes.add(Note.info(code, number, field, text));
    }

    /// With the end mark (EOF) where the standard has one.
    public WrittenFile written(boolean endMark) {
        return new WrittenFile((endMark ? out + "\u001A" : out.toString()).getBytes(charset), List.copyOf(notes));
    }

    /// A text in pieces that a column of so many bytes holds.
    public static List<String> chunks(String text, int bytesMax) {
        var chunks = new ArrayList<String>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int size = RecordLayout.bytes(Character.toString(text.codePointAt(i)));
            if (bytes + size > bytesMax && i > from) {
                chunks.add(text.substring(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        chunks.add(text.substring(from));
        return chunks;
    }

    private void text(String text, String field) {
        boolean quoted = quotes && (text.indexOf(',') >= 0 || text.indexOf('"') >= 0);
        out.append(quoted ? "\"" : "");
        text.codePoints().map(this::spelled).forEach(c -> {
            if ((c != ',' || quoted) && c >= 0x20 && encoder.canEncode(Character.toString(c))) {
                out.append(quoted && c == '"' ? "\"" : "").appendCodePoint(c);
            } else {
                out.append(other(c, field));
            }
        });
        out.append(quoted ? "\"" : "");
    }

    private char other(int c, String field) {
        char instead = c == ',' ? '，' : c < 0x20 ? ' ' : '〓';
        notes.add(Note.repair(
                instead == '〓' ? "character-lost" : "character-spelled",
                number,
                field,
                "U+%04X as %c".formatted(c, instead)));
        return instead;
    }

    /// The characters that MS932 keeps under another number than JIS does, and looks the same.
    private int spelled(int c) {
        return !charset.equals(RecordForm.WINDOWS)
                ? c
                : switch (c) {
                    case '\u301C' -> '\uFF5E';
                    case '\u2212' -> '\uFF0D';
                    case '\u2016' -> '\u2225';
                    case '\u2014' -> '\u2015';
                    case '\u00A2' -> '\uFFE0';
                    case '\u00A3' -> '\uFFE1';
                    case '\u00AC' -> '\uFFE2';
                    default -> c;
                };
    }
}
