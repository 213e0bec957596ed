package hmnet.formats.kenshin;

import hmnet.formats.base.Unreadable;
import java.util.ArrayList;
import java.util.List;

/// Rows of a table with or without quotes (CSV), each with its line; line ends of any kind, a last 1A dropped.
final class Csv {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 2_000;
    private static final int CELLS = 1_000_000;

    record Row(int line, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private int at;
    private int line = 1;
    private int cellCount;

    private Csv(String text) {
        this.text = text;
    }

    static List<Row> rows(String text) throws Unreadable {
        var csv = new Csv(text.endsWith("\u001A") ? text.substring(0, text.length() - 1) : text);
        var rows = new ArrayList<Row>();
        while (csv.at < csv.text.length()) {
            var row = csv.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
            if (rows.size() > ROWS) {
                throw new Unreadable("too-many-lines", csv.line, "", "more than " + ROWS + " rows");
            }
        }
        return rows;
    }

    private Row row() throws Unreadable {
        var cells = new ArrayList<String>();
        int started = line;
        while (true) {
            cells.add(cell());
            if (cells.size() > COLUMNS || ++cellCount > CELLS) {
                throw new Unreadable("too-many-columns", started, "", "more than " + COLUMNS + " columns");
            }
            if (at >= text.length()) {
                return new Row(started, cells);
            }
            char c = text.charAt(at++);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (c != ',') {
                line++;
                return new Row(started, cells);
            }
        }
    }

    private String cell() throws Unreadable {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws Unreadable {
        var cell = new StringBuilder();
        int opened = line;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else {
                while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    cell.append(text.charAt(at++));
                }
                return cell.toString();
            }
        }
        throw new Unreadable("truncated", opened, "", "a quoted cell that does not end");
    }
}
