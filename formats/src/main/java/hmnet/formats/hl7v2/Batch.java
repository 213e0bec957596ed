package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the messages of a file lie (一括ファイルの区切り): one, several one after another, or within the
/// envelope of a batch (FHS, BHS … BTS, FTS). Cut at line ends, which no encoding of kanji holds, before
/// anything is decoded.
final class Batch {
    /// A batch may be larger than one message: what it tells is read message by message.
    private static final int BYTES_MAX = 128 << 20;

    /// Messages of a file: so many, and of a large one as many as have a quarter of a kilobyte each.
    private static final int MESSAGES_MAX = 20_000;

    private static final int MESSAGE_BYTES = 256;
    private static final List<String> STARTS = List.of("MSH", "FHS", "BHS", "BTS", "FTS");

    /// Where a message lies.
    ///
    /// @param line on which it begins, blank ones not counted
    record Slice(int from, int to, int line) {
        byte[] of(byte[] file) {
            return from == 0 && to == file.length ? file : Arrays.copyOfRange(file, from, to);
        }
    }

    private final byte[] bytes;
    private final List<Slice> slices = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int begun = -1;
    private int begunLine;
    private int openFiles;
    private int openBatches;
    private int inBatch;
    private int batches;

    private Batch(byte[] bytes) {
        this.bytes = bytes;
    }

    static Batch of(byte[] bytes) throws Unreadable {
        if (bytes.length > BYTES_MAX) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var batch = new Batch(bytes);
        batch.cut();
        return batch;
    }

    List<Slice> slices() {
        return slices;
    }

    List<Note> notes() {
        return notes;
    }

    private void cut() throws Unreadable {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\r' || bytes[i] == '\n') {
                if (i > start) {
                    line(start, i, line++);
                }
                start = i + 1;
            }
        }
        close(bytes.length);
        if (openFiles > 0 || openBatches > 0) {
            throw new Unreadable("truncated", line - 1, openBatches > 0 ? "BTS" : "FTS", "the batch has no end");
        }
        if (slices.isEmpty()) {
            throw new Unreadable(bytes.length == 0 ? "empty" : "not-hl7", 0, "", "no message begins with MSH");
        }
    }

    private void line(int start, int end, int line) throws Unreadable {
        int from = start;
        if (start == 0 && bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB) {
            from = 3;
        }
        while (from < end && (bytes[from] == 0x0B || bytes[from] == 0x1C || bytes[from] == ' ' || bytes[from] == 0)) {
            from++;
        }
        var name = name(from, end);
        if (name == null) {
            before(from, end, line);
            return;
        }
        close(start);
        switch (name) {
            case "MSH" -> {
                begun = start;
                begunLine = line;
            }
            case "FHS" -> openFiles++;
            case "BHS" -> {
                openBatches++;
                inBatch = 0;
            }
            case "BTS" -> {
                compare(field(from, end), inBatch, line, "BTS-1");
                openBatches--;
                batches++;
            }
            case "FTS" -> {
                compare(field(from, end), batches, line, "FTS-1");
                openFiles--;
            }
            default -> throw new IllegalStateException(name);
        }
        if (openFiles < 0 || openBatches < 0) {
            throw new Unreadable("truncated", line, name, "the batch has an end but no beginning");
        }
    }

    /// The name of a line that begins a message or belongs to the envelope.
    private @Nullable String name(int from, int end) {
        if (end - from < 4 || Character.isLetterOrDigit(bytes[from + 3])) {
            return null;
        }
        var name = new String(bytes, from, 3, StandardCharsets.ISO_8859_1);
        return STARTS.contains(name) ? name : null;
    }

    private void before(int from, int end, int line) {
        boolean content = end > from && !(end - from == 1 && bytes[from] == 0x1A);
        if (begun < 0 && content) {
            notes.add(Note.repair("junk-segment", line, "", (end - from) + " bytes outside of a message"));
        }
    }

    private void close(int end) throws Unreadable {
        if (begun < 0) {
            return;
        }
        int most = Math.max(MESSAGES_MAX, bytes.length / MESSAGE_BYTES);
        if (slices.size() == most) {
            throw new Unreadable("too-many-messages", begunLine, "", "more than " + most);
        }
        slices.add(new Slice(begun, end, begunLine));
        begun = -1;
        inBatch++;
    }

    private String field(int from, int end) {
        var line = new String(bytes, from, Math.min(end - from, 64), StandardCharsets.ISO_8859_1);
        var fields = line.split("\\" + line.charAt(3), 3);
        return fields.length < 2 ? "" : fields[1].strip();
    }

    /// Counts are never trusted, but said when they differ.
    private void compare(String said, int found, int line, String field) {
        if (!said.isEmpty() && !said.equals(String.valueOf(found))) {
            notes.add(Note.info("count-differs", line, field, said + " said, " + found + " found"));
        }
    }
}
