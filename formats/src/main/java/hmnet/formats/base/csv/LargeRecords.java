package hmnet.formats.base.csv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A file of lines and commas that is too large to be split at once (大きなレコードファイル): its lines come a stretch
/// at a time, and nothing but its bytes and the places of the stretches stays in memory.
public final class LargeRecords {
    private static final byte END = 0x1A;
    private static final int BOM = 3;

    private final byte[] bytes;
    private final int to;
    private final RecordForm form;
    private final Charset charset;
    private final boolean ended;
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private int[] starts = new int[1024];
    private int[] numbers = new int[1024];
    private int count;

    private LargeRecords(byte[] bytes, RecordForm form, String begins) throws Unreadable {
        this.bytes = bytes;
        this.form = form;
        boolean marked =
                bytes.length >= BOM && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        if (marked) {
            notes.add(Note.repair("byte-order-mark", 1, "", "UTF-8"));
        }
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == END || bytes[end - 1] == 0)) {
            end--;
        }
        if (end < bytes.length && bytes[bytes.length - 1] == 0) {
            notes.add(Note.repair("padding", 0, "", bytes.length - end + " bytes after the end"));
        }
        int from = marked ? BOM : 0;
        this.to = end;
        this.charset =
                RecordText.charset(ByteBuffer.wrap(bytes, from, to - from).slice(), marked);
        if (!marked && charset.equals(StandardCharsets.UTF_8)) {
            notes.add(Note.repair("charset-utf8", 0, "", "UTF-8"));
        }
        this.ended = end < bytes.length || end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r');
        cut(from, begins.getBytes(StandardCharsets.US_ASCII));
    }

    /// @param begins how the first line of a stretch begins, in ASCII
    /// @throws Unreadable `too-large`, `too-many-lines`, `too-many-columns`, `charset`
    public static LargeRecords of(byte[] bytes, RecordForm form, String begins) throws Unreadable {
        if (bytes.length > form.bytes()) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        return new LargeRecords(bytes, form, begins);
    }

    /// How many stretches there are: what stands before the first line that begins one, then those.
    public int count() {
        return count;
    }

    /// The last line has its line end or the end mark.
    public boolean ended() {
        return ended;
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /// The names of all records.
    public Set<String> tags() {
        return Set.copyOf(tags);
    }

    /// The lines of a stretch, from 0, with their numbers in the file.
    ///
    /// @param remarks are added to
    /// @throws Unreadable what `Records.read` throws
    public List<RecordLine> lines(int stretch, List<Note> remarks) throws Unreadable {
        int from = starts[stretch];
        int end = stretch + 1 < count ? starts[stretch + 1] : to;
        var text = charset.decode(ByteBuffer.wrap(bytes, from, end - from));
        RecordText.checked(text, numbers[stretch], remarks);
        return new RecordSplit(text, form, numbers[stretch]).lines();
    }

    /// One pass over the bytes: commas and line ends are no second bytes of a character, neither in MS932 nor in UTF-8.
    private void cut(int from, byte[] begins) throws Unreadable {
        int line = 1;
        int columns = 1;
        int start = from;
        add(from, 1);
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ',' && ++columns > form.columns()) {
                throw new Unreadable("too-many-columns", line, "", "more than " + form.columns());
            }
            if (b == '\n' || b == '\r') {
                boolean pair = b == '\r' && i + 1 < to && bytes[i + 1] == '\n';
                end(start, i, pair, b);
                i += pair ? 1 : 0;
                start = i + 1;
                columns = 1;
                if (++line > form.lines()) {
                    throw new Unreadable("too-many-lines", line, "", "more than " + form.lines());
                }
                if (start + begins.length <= to
                        && Arrays.equals(bytes, start, start + begins.length, begins, 0, begins.length)) {
                    add(start, line);
                }
            }
        }
        tag(start, to);
        if (!ended) {
            notes.add(Note.info("last-line-open", line, "", new String(bytes, start, to - start, charset)));
        }
    }

    private void end(int start, int end, boolean pair, byte b) {
        tag(start, end);
        if (!pair && notes.stream().noneMatch(note -> note.code().equals("line-end"))) {
            notes.add(Note.repair("line-end", 0, "", b == '\n' ? "LF for CRLF" : "CR for CRLF"));
        }
    }

    private void tag(int start, int end) {
        if (end - start > 2 && bytes[start + 2] == ',') {
            tags.add(new String(bytes, start, 2, StandardCharsets.US_ASCII));
        }
    }

    private void add(int start, int line) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        starts[count] = start;
        numbers[count++] = line;
    }
}
