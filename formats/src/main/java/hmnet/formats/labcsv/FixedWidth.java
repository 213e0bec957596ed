package hmnet.formats.labcsv;

import hmnet.formats.base.Unreadable;
import hmnet.formats.labcsv.LabLayout.FieldSpan;
import hmnet.formats.labcsv.LabLayout.RecordFields;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records of a fixed number of bytes (固定長): cut by bytes, then decoded, never the other way round.
///
/// A record that names the patient holds for the results after it; where both name their order, for those of
/// its order only.
final class FixedWidth {
    private static final int BYTES = 8 << 20;

    private final LabLayout layout;
    private final Map<String, String> standing = new HashMap<>();
    private final Map<String, Map<String, String>> byOrder = new HashMap<>();
    private final List<LabLine> lines = new ArrayList<>();

    private FixedWidth(LabLayout layout) {
        this.layout = layout;
    }

    static List<LabLine> read(byte[] bytes, LabLayout layout) throws Unreadable {
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var reading = new FixedWidth(layout);
        int number = 0;
        for (var record : records(bytes, layout.least())) {
            if (++number > layout.headings()) {
                reading.add(record, number);
            }
        }
        return reading.lines;
    }

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
        return sampled == null || LabCsvFile.DAY.matcher(cut(latin, sampled)).matches();
    }

    private static String cut(String record, FieldSpan span) {
        int to = span.from() + span.length();
        return to > record.length() ? "" : record.substring(span.from(), to).strip();
    }

    /// By line ends where there are some, else by width alone.
    private static List<byte[]> records(byte[] bytes, int width) throws Unreadable {
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

    private void add(byte[] record, int number) throws Unreadable {
        var tag = layout.tag().length() == 0 ? "" : text(record, layout.tag(), 0, number, "record");
        var fields = layout.records().get(tag);
        if (fields == null) {
            throw new Unreadable("record-unknown", number, tag, "no such record in the layout " + layout.name());
        }
        var own = new HashMap<String, String>();
        for (var field : fields.fields().entrySet()) {
            own.put(field.getKey(), text(record, field.getValue(), 0, number, field.getKey()));
        }
        if (fields.times() > 0) {
            items(record, fields, own, number);
        } else if (own.containsKey("value")) {
            line(own, number);
        } else {
            if (own.containsKey("patient")) {
                standing.clear();
            }
            standing.putAll(own);
            byOrder.computeIfAbsent(own.getOrDefault("order", ""), any -> new HashMap<>())
                    .putAll(own);
        }
    }

    private void items(byte[] record, RecordFields fields, Map<String, String> own, int number) throws Unreadable {
        for (int i = 0; i < fields.times(); i++) {
            if (fields.repeat().from() + (i + 1) * fields.repeat().length() > record.length) {
                throw new Unreadable("layout", number, "repeat", "beyond the record's " + record.length + " bytes");
            }
            var item = new HashMap<>(own);
            boolean said = false;
            for (var field : fields.items().entrySet()) {
                var text = text(record, field.getValue(), fields.start(field.getValue(), i), number, field.getKey());
                said |= !text.isEmpty();
                item.put(field.getKey(), text);
            }
            if (said) {
                line(item, number);
            }
        }
    }

    private void line(Map<String, String> own, int number) {
        var order = own.getOrDefault("order", "");
        boolean others = !order.isEmpty() && !order.equals(standing.getOrDefault("order", order));
        var all = new HashMap<>(others ? byOrder.getOrDefault(order, Map.of()) : standing);
        own.forEach((field, value) -> {
            if (!value.isEmpty() || !all.containsKey(field)) {
                all.put(field, value);
            }
        });
        lines.add(new LabLine(number, Map.copyOf(all)));
    }

    private String text(byte[] record, FieldSpan span, int from, int number, String field) throws Unreadable {
        int start = from + span.from();
        if (start + span.length() > record.length) {
            throw new Unreadable("layout", number, field, "beyond the record's " + record.length + " bytes");
        }
        try {
            return layout.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(record, start, span.length()))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw new Unreadable(
                    "charset",
                    number,
                    field,
                    "a character is cut, or no " + layout.charset().name());
        }
    }
}
