package hmnet.office.municipality;

import java.util.ArrayList;
import java.util.List;

/// The lines of a CSV text (CSVの行), RFC 4180: quoted cells, doubled quotes, CRLF or LF. What stands behind a
/// closing quote belongs to its cell. Each cell knows where it stands, so that it can be masked there.
final class CsvLines {
    /// @param from where the cell begins in the text, `until` where it ends
    record Cell(String text, int from, int until) {}

    /// @param number from 1, as a spreadsheet counts
    record CsvLine(int number, List<Cell> cells) {
        boolean empty() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }
    }

    private final String text;
    private int at;
    private int number;
    private boolean open;

    CsvLines(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    boolean more() {
        return at < text.length();
    }

    /// Whether a quote was opened and never closed: what follows it is no cell.
    boolean open() {
        return open;
    }

    CsvLine next() {
        var cells = new ArrayList<Cell>();
        number++;
        do {
            cells.add(cell());
        } while (at < text.length() && text.charAt(at++) == ',');
        if (at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n') {
            at++;
        }
        return new CsvLine(number, List.copyOf(cells));
    }

    /// Leaves `at` on the comma or the line's end.
    private Cell cell() {
        var from = at;
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(from);
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Cell(text.substring(from, at), from, at);
    }

    private Cell quoted(int from) {
        var said = new StringBuilder();
        open = true;
        for (at++; open && at < text.length(); at++) {
            var c = text.charAt(at);
            if (c != '"') {
                said.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                said.append('"');
                at++;
            } else {
                open = false;
            }
        }
        var behind = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Cell(said + text.substring(behind, at), from, at);
    }
}
