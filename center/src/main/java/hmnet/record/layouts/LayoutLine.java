package hmnet.record.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the declaration a form makes (申告の行), with the place of the form it comes from.
record LayoutLine(String place, String text) {
    static List<LayoutLine> of(LayoutForm form) {
        var lines = new ArrayList<LayoutLine>();
        lines.add(line("name", "layout", form.name(), form.version()));
        lines.add(
                form.fixed()
                        ? line("least", "form", LayoutForm.FIXED, form.least())
                        : line("least", "form", LayoutForm.CSV, form.least(), form.most()));
        if (!form.headings().isEmpty() && !form.headings().equals("0")) {
            lines.add(line("headings", "heading", form.headings()));
        }
        if (form.charset().equals(LayoutForm.UTF_8)) {
            lines.add(line("charset", "charset", LayoutForm.UTF_8));
        }
        if (form.fixed() && !form.tagFrom().isEmpty()) {
            lines.add(line("tag", "record", "", form.tagFrom(), length(form.tagFrom(), form.tagTo())));
        }
        for (int i = 0; i < form.rows().size(); i++) {
            var row = form.rows().get(i);
            if (!row.what().isEmpty() && !row.from().isEmpty()) {
                lines.add(new LayoutLine("row-" + i, form.fixed() ? fixed(row) : csv(row)));
            }
        }
        for (int i = 0; i < form.repeats().size() && form.fixed(); i++) {
            var repeat = form.repeats().get(i);
            if (!repeat.blank()) {
                lines.add(
                        line("repeat-" + i, "repeat", repeat.record(), repeat.from(), repeat.length(), repeat.times()));
            }
        }
        for (int i = 0; i < form.marks().size(); i++) {
            var mark = form.marks().get(i);
            if (!mark.meaning().isEmpty()) {
                var meaning = mark.meaning().split("/", 2);
                lines.add(line("mark-" + i, meaning[0], mark.sent(), meaning.length > 1 ? meaning[1] : ""));
            }
        }
        return lines;
    }

    static String text(List<LayoutLine> lines) {
        return lines.stream().map(LayoutLine::text).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String csv(LayoutForm.LayoutRow row) {
        return String.join(",", "field", row.what(), row.from());
    }

    private static String fixed(LayoutForm.LayoutRow row) {
        var length = length(row.from(), row.to());
        return row.repeated()
                ? row.every().isEmpty()
                        ? String.join(",", "item", row.what(), row.record(), row.from(), length)
                        : String.join(",", "item", row.what(), row.record(), row.from(), length, row.every())
                : String.join(",", "field", row.what(), row.record(), row.from(), length);
    }

    /// Empty where one of them is no place.
    private static String length(String from, String to) {
        int first = FieldPlace.number(from);
        int last = FieldPlace.number(to);
        return first < 0 || last < first ? "" : Integer.toString(last - first + 1);
    }

    private static LayoutLine line(String place, String... columns) {
        return new LayoutLine(place, String.join(",", columns));
    }
}
