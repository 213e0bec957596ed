package hmnet.formats.base.csv;

import java.util.List;

/// One line of a record file (行): its number in the file and its columns exactly as decoded, the first one
/// naming the record.
public record RecordLine(int number, List<String> columns) {
    public static RecordLine of(String... columns) {
        return new RecordLine(0, List.of(columns));
    }

    /// The record's name (レコード識別): the first column.
    public String tag() {
        return at(0);
    }

    /// A column without blanks around it, half or full width; empty where the line has no such column.
    public String at(int column) {
        return raw(column).strip();
    }

    /// A column exactly as it came.
    public String raw(int column) {
        return column < columns.size() ? columns.get(column) : "";
    }

    public int size() {
        return columns.size();
    }

    public boolean has(int column) {
        return !at(column).isEmpty();
    }
}
