package hmnet.formats.check.account;

import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Replaces values of records, and fills empty columns (レコードの値の差し替え).
///
/// @param told the lines that hold values, by their number
/// @param first column that is a value
record RecordEditor(List<RecordLine> lines, Set<Integer> told, int first, boolean quotes) implements ValueEditor {
    @Override
    public byte @Nullable [] with(int nth, String value) {
        int count = nth;
        for (var line : lines) {
            for (int i = first; told.contains(line.number()) && i < line.size(); i++) {
                if (line.has(i) && count-- == 0) {
                    return with(line, i, value);
                }
            }
        }
        return null;
    }

    byte @Nullable [] with(RecordLine line, int column, String value) {
        if (value.matches(".*[,\"\n].*")) {
            return null;
        }
        var out = new StringBuilder();
        for (var each : lines) {
            var columns = new ArrayList<>(each.columns());
            if (each.number() == line.number()) {
                while (columns.size() <= column) {
                    columns.add("");
                }
                columns.set(column, value);
            }
            columns.replaceAll(
                    text -> quotes && text.matches("(?s).*[,\"\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text);
            out.append(String.join(",", columns)).append("\r\n");
        }
        boolean windows = RecordForm.WINDOWS.newEncoder().canEncode(out);
        return out.toString().getBytes(windows ? RecordForm.WINDOWS : StandardCharsets.UTF_8);
    }
}
