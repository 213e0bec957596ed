package hmnet.formats.life;

import hmnet.formats.base.Note;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a LIFE file (LIFE の CSV の書き出し): numbers bare, texts in quotes.
final class LifeWriter {
    private static final String BOM = "\uFEFF";

    private LifeWriter() {}

    static WrittenFile write(String form, List<String> columns, List<List<String>> rows) {
        var out = new StringBuilder(form)
                .append("\r\n")
                .append(String.join(",", columns))
                .append("\r\n");
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(form, columns.get(i), i < row.size() ? row.get(i) : ""));
            }
            out.append(String.join(",", cells)).append("\r\n");
        }
        var text = out.toString();
        return RecordForm.WINDOWS.newEncoder().canEncode(text)
                ? new WrittenFile(text.getBytes(RecordForm.WINDOWS), List.of())
                : new WrittenFile(
                        (BOM + text).getBytes(StandardCharsets.UTF_8),
                        List.of(Note.info("charset-utf8", 0, "", "a character that MS932 does not have")));
    }

    private static String cell(String form, String column, String value) {
        boolean number =
                LifeItem.of(form, column).map(item -> item.type() == 'N').orElse(false);
        if (value.isEmpty() || number && value.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-')) {
            return value;
        }
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
