package hmnet.record.layouts;

import hmnet.record.layouts.LayoutForm.LayoutRow;
import hmnet.record.layouts.LayoutForm.MarkMeaning;
import hmnet.record.layouts.LayoutForm.Repeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A declaration taken apart into the fields of a form (申告から入力欄へ). A line that says nothing is left
/// out: the language's own reader tells of it.
final class LayoutWriting {
    private String name = "";
    private String version = "";
    private String charset = LayoutForm.MS932;
    private String shape = LayoutForm.CSV;
    private String least = "";
    private String most = "";
    private String headings = "";
    private String tagFrom = "";
    private String tagTo = "";
    private final List<LayoutRow> rows = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<MarkMeaning> marks = new ArrayList<>();

    private LayoutWriting() {}

    static LayoutForm form(String declaration) {
        var writing = new LayoutWriting();
        declaration
                .lines()
                .map(line ->
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList())
                .forEach(writing::add);
        return writing.form();
    }

    private void add(List<String> line) {
        switch (line.getFirst()) {
            case "layout" -> {
                name = at(line, 1);
                version = at(line, 2);
            }
            case "form" -> {
                shape = at(line, 1).equals(LayoutForm.FIXED) ? LayoutForm.FIXED : LayoutForm.CSV;
                least = at(line, 2);
                most = at(line, 3);
            }
            case "heading" -> headings = at(line, 1);
            case "charset" -> charset = at(line, 1).toLowerCase(Locale.ROOT);
            case "record" -> {
                tagFrom = at(line, 2);
                tagTo = to(line, 2);
            }
            case "field" -> rows.add(fixed() ? row(line, "", "") : LayoutRow.of(at(line, 1), at(line, 2)));
            case "item" -> item(line);
            case "repeat" -> repeat(new Repeat(at(line, 1), at(line, 2), at(line, 3), at(line, 4)));
            case "status", "flag", "limit" -> mark(line);
            // From outside: the lines of a file that declares a layout.
            default -> {}
        }
    }

    private boolean fixed() {
        return shape.equals(LayoutForm.FIXED);
    }

    /// Nothing repeats in a line of columns.
    private void item(List<String> line) {
        if (fixed()) {
            rows.add(row(line, LayoutForm.ITEM, at(line, 5)));
        }
    }

    private static LayoutRow row(List<String> line, String part, String every) {
        return new LayoutRow(at(line, 1), at(line, 3), to(line, 3), at(line, 2), part, every);
    }

    /// What is said twice holds as said last.
    private void repeat(Repeat said) {
        repeats.removeIf(before -> before.record().equals(said.record()));
        repeats.add(said);
    }

    private void mark(List<String> line) {
        var kind = line.getFirst() + "/";
        marks.removeIf(
                before -> before.meaning().startsWith(kind) && before.sent().equals(at(line, 1)));
        marks.add(new MarkMeaning(at(line, 1), kind + at(line, 2)));
    }

    private static String at(List<String> line, int column) {
        return column < line.size() ? line.get(column) : "";
    }

    /// The last byte of a stretch that is told by its first one and its length.
    private static String to(List<String> line, int column) {
        int from = FieldPlace.number(at(line, column));
        int length = FieldPlace.number(at(line, column + 1));
        return from < 0 || length < 0 ? "" : Integer.toString(from + length - 1);
    }

    private LayoutForm form() {
        return new LayoutForm(
                name,
                version,
                charset,
                shape,
                least,
                fixed() ? "" : most,
                headings,
                tagFrom,
                tagTo,
                rows,
                repeats,
                marks);
    }
}
