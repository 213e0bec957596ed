package hmnet.formats.labcsv;

import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Results as rows of columns (検査結果のCSV).
final class LabCsvRows {
    private LabCsvRows() {}

    static WrittenFile csv(LabLayout layout, List<LabLine> lines) {
        var writer = new RecordWriter(layout.charset(), true);
        var spans = layout.csv().fields();
        for (int i = 0; i < layout.headings(); i++) {
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

    private static List<String> row(
            LabLayout layout, Map<String, LabLayout.FieldSpan> spans, UnaryOperator<String> value) {
        var columns = new String[layout.columns()];
        Arrays.fill(columns, "");
        spans.forEach((field, span) -> columns[span.from()] = value.apply(field));
        return List.of(columns);
    }
}
