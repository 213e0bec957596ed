package hmnet.formats.labcsv;

import hmnet.formats.base.Unreadable;
import hmnet.formats.labcsv.LabLayout.FieldSpan;
import hmnet.formats.labcsv.LabLayout.RecordFields;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
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
        for (var record : FixedRecords.records(bytes, layout.least())) {
            if (++number > layout.headings()) {
                reading.add(record, number);
            }
        }
        return reading.lines;
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
