package hmnet.people.bulkmatching;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file as bytes (行), each with the number of its first line; a quoted field may hold line
/// ends.
final class CsvRows {
    private static final int ROW_LINES_MAX = 4;
    private static final int ROW_BYTES_MAX = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 20];
    private int at;
    private int end;
    private int lines;
    private byte @Nullable [] pushedBack;

    CsvRows(InputStream in) {
        this.in = in;
    }

    /// A row and where it begins.
    record CsvRow(int line, byte[] bytes) {}

    /// The next row, or null at the end. An open quote reaches over three further lines at most, so that one
    /// stray quote does not swallow a file.
    @Nullable
    CsvRow next() throws IOException {
        var first = line();
        if (first == null) {
            return null;
        }
        var number = lines;
        if (quotes(first) % 2 == 0) {
            return new CsvRow(number, first);
        }
        var whole = first;
        var more = new byte[ROW_LINES_MAX][];
        var count = 0;
        while (count < ROW_LINES_MAX - 1 && quotes(whole) % 2 != 0) {
            var further = line();
            if (further == null) {
                break;
            }
            more[count++] = further;
            whole = joined(whole, further);
        }
        if (quotes(whole) % 2 == 0 || count == 0) {
            return new CsvRow(number, whole);
        }
        var rest = more[0];
        for (var i = 1; i < count; i++) {
            rest = joined(rest, more[i]);
        }
        pushedBack = rest;
        lines = number;
        return new CsvRow(number, first);
    }

    private byte @Nullable [] line() throws IOException {
        var waiting = pushedBack;
        if (waiting != null) {
            lines++;
            var cut = indexOf(waiting, (byte) '\n');
            pushedBack = cut < 0 ? null : Arrays.copyOfRange(waiting, cut + 1, waiting.length);
            return cut < 0 ? waiting : Arrays.copyOf(waiting, cut);
        }
        var line = new byte[0];
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
                if (end == 0) {
                    lines++;
                    return line.length == 0 ? null : line;
                }
            }
            var from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            var room = Math.max(0, Math.min(at - from, ROW_BYTES_MAX - line.length));
            var grown = Arrays.copyOf(line, line.length + room);
            System.arraycopy(buffer, from, grown, line.length, room);
            line = grown;
            if (at < end) {
                at++;
                lines++;
                return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
            }
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        var joined = Arrays.copyOf(a, a.length + 1 + b.length);
        joined[a.length] = '\n';
        System.arraycopy(b, 0, joined, a.length + 1, b.length);
        return joined;
    }

    private static int quotes(byte[] line) {
        var quotes = 0;
        for (var b : line) {
            quotes += b == '"' ? 1 : 0;
        }
        return quotes;
    }

    private static int indexOf(byte[] line, byte wanted) {
        for (var i = 0; i < line.length; i++) {
            if (line[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
