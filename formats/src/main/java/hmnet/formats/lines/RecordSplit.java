package hmnet.formats.lines;

import hmnet.formats.file.Unreadable;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/// One pass over a decoded text that cuts it at commas and line ends (分割).
final class RecordSplit {
    private final CharBuffer text;
    private final RecordForm form;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    RecordSplit(CharBuffer text, RecordForm form) {
        this.text = text;
        this.form = form;
    }

    List<Line> lines() throws Unreadable {
        while (at < text.length()) {
            int first = number;
            var columns = columns();
            if (columns.size() > 1 || !columns.getFirst().isBlank()) {
                lines.add(new Line(first, List.copyOf(columns)));
            }
        }
        return List.copyOf(lines);
    }

    private List<String> columns() throws Unreadable {
        var columns = new ArrayList<String>();
        while (true) {
            columns.add(form.quotes() && at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at == text.length()) {
                return columns;
            }
            char c = text.charAt(at++);
            if (c != ',') {
                lineEnd(c);
                return columns;
            }
        }
    }

    private String plain() throws Unreadable {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
            at++;
        }
        return column(from, at);
    }

    private String quoted() throws Unreadable {
        int line = number;
        var out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                out.append(c);
                if (c == '\n' || c == '\r') {
                    lineEnd(c, out);
                }
            } else if (at < text.length() && text.charAt(at) == '"') {
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
        return from == to ? "" : text.subSequence(from, to).toString();
    }

    private void lineEnd(char c) {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        number++;
    }

    private void lineEnd(char c, StringBuilder out) {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            out.append(text.charAt(at++));
        }
        number++;
    }
}
