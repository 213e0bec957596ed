package hmnet.formats.base.csv;

import hmnet.formats.base.Unreadable;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/// One pass over a decoded text that cuts it at commas and line ends (分割).
final class RecordSplit {
    private final char[] text;
    private final int end;
    private final RecordForm form;
    private final List<RecordLine> lines = new ArrayList<>();
    private int at;
    private int number;
    private int cells;

    /// @param text backed by an array: a look at one of its characters is then no call
    RecordSplit(CharBuffer text, RecordForm form) {
        this(text, form, 1);
    }

    /// @param first the number of its first line
    RecordSplit(CharBuffer text, RecordForm form, int first) {
        this.number = first;
        this.text = text.array();
        this.at = text.arrayOffset() + text.position();
        this.end = at + text.length();
        this.form = form;
    }

    List<RecordLine> lines() throws Unreadable {
        while (at < end) {
            int first = number;
            var columns = columns();
            if (columns.size() > 1 || !columns.getFirst().isBlank()) {
                lines.add(new RecordLine(first, List.copyOf(columns)));
            }
            if (lines.size() > form.lines()) {
                throw new Unreadable("too-many-lines", first, "", "more than " + form.lines());
            }
        }
        return List.copyOf(lines);
    }

    private List<String> columns() throws Unreadable {
        var columns = new ArrayList<String>();
        while (true) {
            columns.add(form.quotes() && at < end && text[at] == '"' ? quoted() : plain());
            if (columns.size() > form.columns() || ++cells > form.cells()) {
                throw new Unreadable("too-many-columns", number, "", "more than " + form.columns());
            }
            if (at == end) {
                return columns;
            }
            char c = text[at++];
            if (c != ',') {
                lineEnd(c);
                return columns;
            }
        }
    }

    private String plain() throws Unreadable {
        int from = at;
        while (at < end && text[at] != ',' && text[at] != '\r' && text[at] != '\n') {
            at++;
        }
        return column(from, at);
    }

    private String quoted() throws Unreadable {
        int line = number;
        var out = new StringBuilder();
        at++;
        while (at < end) {
            char c = text[at++];
            if (c != '"') {
                out.append(c);
                if (c == '\n' || c == '\r') {
                    lineEnd(c, out);
                }
            } else if (at < end && text[at] == '"') {
                out.append('"');
                at++;
            } else {
                return out.append(plain()).toString();
            }
            if (out.length() > form.width()) {
                throw new Unreadable("column-too-long", line, "", "more than " + form.width() + " characters");
            }
        }
        throw new Unreadable("quote-not-closed", line, "", "a text in quotes does not end");
    }

    private String column(int from, int to) throws Unreadable {
        if (to - from > form.width()) {
            throw new Unreadable("column-too-long", number, "", to - from + " characters");
        }
        return from == to ? "" : new String(text, from, to - from);
    }

    private void lineEnd(char c) {
        if (c == '\r' && at < end && text[at] == '\n') {
            at++;
        }
        number++;
    }

    private void lineEnd(char c, StringBuilder out) {
        if (c == '\r' && at < end && text[at] == '\n') {
            out.append(text[at++]);
        }
        number++;
    }
}
