package hmnet.formats.labcsv;

import hmnet.formats.base.Unreadable;
import hmnet.formats.labcsv.LabLayout.FieldSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The records of a file of fixed lengths (固定長レコードの切り出し), whether lines end or not.
final class FixedRecords {
    private FixedRecords() {}

    /// Whether the first bytes are a record of the layout: of its length, with one of its tags, a day where
    /// the day stands.
    static boolean fits(byte[] head, LabLayout layout) {
        int from = 0;
        for (int i = 0; i < layout.headings(); i++) {
            from += layout.least();
            while (from < head.length && (head[from] == '\r' || head[from] == '\n')) {
                from++;
            }
        }
        if (from + layout.least() > head.length) {
            return false;
        }
        var record = Arrays.copyOfRange(head, from, from + layout.least());
        for (byte b : record) {
            if (b == '\r' || b == '\n') {
                return false;
            }
        }
        var latin = new String(record, StandardCharsets.ISO_8859_1);
        var fields = layout.records().get(layout.tag().length() == 0 ? "" : cut(latin, layout.tag()));
        if (fields == null) {
            return false;
        }
        var sampled = fields.fields().get("sampled");
        return sampled == null || LabFileMarks.DAY.matcher(cut(latin, sampled)).matches();
    }

    private static String cut(String record, FieldSpan span) {
        int to = span.from() + span.length();
        return to > record.length() ? "" : record.substring(span.from(), to).strip();
    }

    /// By line ends where there are some, else by width alone.
    static List<byte[]> records(byte[] bytes, int width) throws Unreadable {
        int to = bytes.length;
        while (to > 0 && (bytes[to - 1] == 0x1A || bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
            to--;
        }
        var records = new ArrayList<byte[]>();
        int at = 0;
        while (at < to) {
            int end = Math.min(to, at + width);
            for (int i = at; i < end; i++) {
                if (bytes[i] == '\r' || bytes[i] == '\n') {
                    end = i;
                }
            }
            if (end - at < width) {
                throw new Unreadable("cut", records.size() + 1, "", end - at + " of " + width + " bytes");
            }
            records.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
            int ends = 0;
            while (at < to && ends < 2 && (bytes[at] == '\r' || bytes[at] == '\n')) {
                at++;
                ends++;
            }
        }
        if (records.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no record");
        }
        return records;
    }
}
