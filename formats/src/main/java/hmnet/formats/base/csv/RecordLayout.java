package hmnet.formats.base.csv;

import hmnet.formats.base.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which columns the records of a format have (レイアウト), by a table beside the class that reads them:
/// record, column from 1, name, type (`9` digits, `X` half width, `N` text, or empty), bytes in MS932 at
/// most, `r` required.
public final class RecordLayout {
    /// One column (項目).
    public record LayoutColumn(String name, String type, int bytes, boolean required) {}

    private final Map<String, List<LayoutColumn>> records = new HashMap<>();

    private RecordLayout(List<List<String>> rows) {
        for (var row : rows) {
            var columns = records.computeIfAbsent(row.get(0), tag -> new ArrayList<>());
            columns.add(new LayoutColumn(
                    row.get(2), row.get(3), number(row.get(4)), row.get(5).equals("r")));
        }
    }

    public static RecordLayout read(Class<?> beside, String table) {
        return new RecordLayout(Table.read(beside, table));
    }

    public boolean knows(String tag) {
        return records.containsKey(tag);
    }

    /// How many columns the record has in the standard, its name counted; 0 for a record the standard does
    /// not know.
    public int size(String tag) {
        var columns = records.get(tag);
        return columns == null ? 0 : columns.size() + 1;
    }

    /// The name of a column, from 1; empty where the standard has none.
    public String name(String tag, int column) {
        var columns = records.getOrDefault(tag, List.of());
        return column < 1 || column > columns.size()
                ? ""
                : columns.get(column - 1).name();
    }

    /// Remarks on a line that departs from the layout; nothing in it is changed.
    public void check(RecordLine line, Notes notes) {
        check(line.tag(), line, notes);
    }

    /// @param tag under which the table has the record, where the line spells it with more
    public void check(String tag, RecordLine line, Notes notes) {
        var columns = records.get(tag);
        if (columns == null) {
            notes.info("record-unknown", line, 0, "kept");
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            check(line, i + 1, columns.get(i), notes);
        }
        for (int i = columns.size() + 1; i < line.size(); i++) {
            if (line.has(i)) {
                notes.info("column-unknown", line, i, "kept");
                return;
            }
        }
    }

    private static void check(RecordLine line, int at, LayoutColumn column, Notes notes) {
        var text = line.raw(at);
        if (text.isEmpty()) {
            if (column.required()) {
                notes.info("column-required", line, at, column.name());
            }
            return;
        }
        var plain = text.strip();
        if (plain.length() != text.length()) {
            notes.repair("blanks-around", line, at, text);
        }
        if (column.type().equals("9") && !isDigits(plain)) {
            notes.info("column-not-digits", line, at, column.name() + ": " + text);
        }
        boolean mayBeLong = column.bytes() > 0 && 2 * text.length() > column.bytes();
        if (mayBeLong && bytes(text) > column.bytes()) {
            notes.info("column-long", line, at, column.name() + ": more than " + column.bytes() + " bytes");
        }
    }

    /// In MS932: one for ASCII and half-width kana, two for everything else.
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2;
        }
        return bytes;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
