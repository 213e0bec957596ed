package hmnet.formats.labcsv;

import hmnet.formats.Code;
import hmnet.formats.chart.Results;
import hmnet.formats.chart.Sheet;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.file.Note;
import hmnet.formats.file.Written;
import hmnet.formats.lines.FullName;
import hmnet.formats.lines.RecordForm;
import hmnet.formats.lines.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes results in a layout of columns (検査結果ファイルの書き出し); what has no column is told, a layout
/// of bytes is written record by record with one result each.
final class LabWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private LabWriter() {}

    static Written lines(LabLayout layout, List<LabLine> lines) {
        return layout.fixed() ? fixed(layout, lines) : csv(layout, lines);
    }

    private static Written csv(LabLayout layout, List<LabLine> lines) {
        var writer = new RecordWriter();
        var spans = layout.csv().fields();
        if (layout.heading()) {
            writer.line(row(layout, spans, field -> field));
        }
        for (var line : lines) {
            writer.line(row(layout, spans, line::at));
            for (var value : line.values().entrySet()) {
                if (!spans.containsKey(value.getKey()) && !value.getValue().isEmpty()) {
                    writer.note("no-column", value.getKey(), value.getValue());
                }
            }
        }
        return writer.written(false);
    }

    private static List<String> row(LabLayout layout, Map<String, LabLayout.Span> spans, UnaryOperator<String> value) {
        var columns = new String[layout.least()];
        Arrays.fill(columns, "");
        spans.forEach((field, span) -> {
            if (span.from() < columns.length) {
                columns[span.from()] = value.apply(field);
            }
        });
        return List.of(columns);
    }

    /// The standing record once for each set, then a record for each result.
    private static Written fixed(LabLayout layout, List<LabLine> lines) {
        var out = new ByteArrayOutputStream();
        var notes = new ArrayList<Note>();
        var last = "";
        for (var line : lines) {
            for (var tag : layout.records().keySet().stream().sorted().toList()) {
                var fields = layout.records()
                        .getOrDefault(tag, new LabLayout.Fields(Map.of(), Map.of(), LabLayout.Span.NONE, 0));
                boolean result = fields.times() > 0 || fields.fields().containsKey("itemCode");
                if (result || !line.set().equals(last)) {
                    out.writeBytes(record(layout, tag, fields, line, notes));
                    out.writeBytes(new byte[] {'\r', '\n'});
                }
            }
            last = line.set();
        }
        return new Written(out.toByteArray(), List.copyOf(notes));
    }

    private static byte[] record(
            LabLayout layout, String tag, LabLayout.Fields fields, LabLine line, List<Note> notes) {
        var record = new byte[layout.least()];
        Arrays.fill(record, (byte) ' ');
        put(record, layout.tag(), 0, tag, "record", line, notes);
        fields.fields().forEach((field, span) -> put(record, span, 0, line.at(field), field, line, notes));
        fields.items()
                .forEach(
                        (field, span) -> put(record, span, fields.repeat().from(), line.at(field), field, line, notes));
        return record;
    }

    private static void put(
            byte[] record, LabLayout.Span span, int from, String text, String field, LabLine line, List<Note> notes) {
        var bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            var one = RecordForm.WINDOWS.newEncoder().canEncode(Character.toString(c)) ? Character.toString(c) : "〓";
            var coded = one.getBytes(RecordForm.WINDOWS);
            if (bytes.size() + coded.length <= span.length()) {
                bytes.writeBytes(coded);
            } else if (notes.isEmpty()
                    || !notes.getLast().field().equals(field)
                    || notes.getLast().line() != line.number()) {
                notes.add(Note.info("text-cut", line.number(), field, text));
            }
        });
        System.arraycopy(bytes.toByteArray(), 0, record, from + span.from(), bytes.size());
    }

    /// Results of the common model as lines.
    static List<LabLine> of(List<Sheet> sheets) {
        var lines = new ArrayList<LabLine>();
        for (var sheet : sheets) {
            for (var entry : sheet.entries()) {
                if (entry instanceof Results results && results.kind() == Results.Kind.LABORATORY) {
                    results.results().forEach(result -> lines.add(line(lines.size() + 1, sheet, results, result)));
                }
            }
        }
        return lines;
    }

    private static LabLine line(int number, Sheet sheet, Results results, Results.Result result) {
        var person = sheet.person();
        var values = new HashMap<String, String>();
        values.put("patient", sheet.patient());
        values.put("order", results.orderNumber());
        values.put("sampled", results.at().format(DAY));
        values.put("name", FullName.joined(person.familyName(), person.givenName(), "　"));
        values.put("kana", FullName.joined(person.familyKana(), person.givenKana(), "　"));
        values.put("birth", person.birthDate() == null ? "" : person.birthDate().format(DAY));
        values.put("sex", person.sex().equals("male") ? "1" : person.sex().equals("female") ? "2" : "");
        values.put("panel", results.title());
        values.put("itemCode", local(result));
        values.put("jlac10", result.test().code(CodingSystems.JLAC10));
        values.put("item", result.test().shown());
        values.put("flag", result.flag());
        values.put(
                "range", result.low().isEmpty() && result.high().isEmpty() ? "" : result.low() + "-" + result.high());
        values.put("low", result.low());
        values.put("high", result.high());
        values.put("value", result.value());
        values.put("unit", result.unit().unit());
        values.put("materialCode", results.specimen().first().code());
        values.put("material", results.specimen().text());
        for (int i = 0; i < Math.min(6, result.notes().size()); i++) {
            values.put("comment" + (i + 1), result.notes().get(i));
        }
        values.values().removeIf(String::isEmpty);
        return new LabLine(number, values);
    }

    private static String local(Results.Result result) {
        return result.test().codes().stream()
                .filter(code -> !code.system().equals(CodingSystems.JLAC10))
                .map(Code::code)
                .findFirst()
                .orElse("");
    }
}
