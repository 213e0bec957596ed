package hmnet.formats.labcsv;

import hmnet.formats.base.Note;
import hmnet.formats.base.WrittenFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes results in a layout (検査結果ファイルの書き出し): what has no column is told; a layout of bytes is
/// written record by record with one result each.
final class LabWriter {
    /// Words that may end early; a number or a code cut short would be another one.
    private static final Set<String> WORDS = Set.of(
            "name",
            "kana",
            "item",
            "panel",
            "material",
            "range",
            "department",
            "ward",
            "doctor",
            "note",
            "comment1",
            "comment2",
            "comment3",
            "comment4",
            "comment5",
            "comment6");

    private final LabLayout layout;
    private final List<Note> notes = new ArrayList<>();

    private LabWriter(LabLayout layout) {
        this.layout = layout;
    }

    static WrittenFile lines(LabLayout layout, List<LabLine> lines) {
        return layout.fixed() ? new LabWriter(layout).fixed(lines) : LabCsvRows.csv(layout, lines);
    }

    /// The standing record once for each set, then a record for each result.
    private WrittenFile fixed(List<LabLine> lines) {
        var out = new ByteArrayOutputStream();
        var last = "";
        for (int i = 0; i < layout.headings(); i++) {
            out.writeBytes(ended(blank()));
        }
        for (var line : lines) {
            for (var record : layout.records().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                var fields = record.getValue();
                boolean result = fields.times() > 0 || fields.fields().containsKey("value");
                if (result || !line.set().equals(last)) {
                    out.writeBytes(ended(record(record.getKey(), fields, line)));
                }
            }
            unsaid(line);
            last = line.set();
        }
        return new WrittenFile(out.toByteArray(), List.copyOf(notes));
    }

    private void unsaid(LabLine line) {
        var said = layout.fields();
        line.values().forEach((field, value) -> {
            if (!said.contains(field) && !value.isEmpty()) {
                notes.add(Note.info("no-column", line.number(), field, value));
            }
        });
    }

    private byte[] blank() {
        var record = new byte[layout.least()];
        Arrays.fill(record, (byte) ' ');
        return record;
    }

    private static byte[] ended(byte[] record) {
        var ended = Arrays.copyOf(record, record.length + 2);
        ended[record.length] = '\r';
        ended[record.length + 1] = '\n';
        return ended;
    }

    private byte[] record(String tag, LabLayout.RecordFields fields, LabLine line) {
        var record = blank();
        put(record, layout.tag(), 0, tag, "record", line);
        fields.fields().forEach((field, span) -> put(record, span, 0, line.at(field), field, line));
        fields.items().forEach((field, span) -> put(record, span, fields.start(span, 0), line.at(field), field, line));
        return record;
    }

    private void put(byte[] record, LabLayout.FieldSpan span, int from, String text, String field, LabLine line) {
        var bytes = new ByteArrayOutputStream();
        boolean whole = true;
        for (int c : text.codePoints().toArray()) {
            var coded = coded(c, field, line);
            whole = whole && bytes.size() + coded.length <= span.length();
            if (whole) {
                bytes.writeBytes(coded);
            }
        }
        if (!whole) {
            boolean words = WORDS.contains(field);
            notes.add(Note.info(words ? "text-cut" : "not-written", line.number(), field, text));
            if (!words) {
                return;
            }
        }
        System.arraycopy(bytes.toByteArray(), 0, record, from + span.from(), bytes.size());
    }

    private byte[] coded(int c, String field, LabLine line) {
        var text = Character.toString(c);
        if (!layout.charset().newEncoder().canEncode(text)) {
            notes.add(Note.repair("character-lost", line.number(), field, "U+%04X as 〓".formatted(c)));
            text = "〓";
        }
        return text.getBytes(layout.charset());
    }
}
