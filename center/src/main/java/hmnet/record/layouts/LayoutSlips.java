package hmnet.record.layouts;

import hmnet.record.layouts.LayoutForm.LayoutRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with a form (入力の誤り), each slip at the place it was made: all of them at once, before the
/// language's own reader sees the declaration.
final class LayoutSlips {
    private static final int COLUMNS_MAX = 400;
    private static final int BYTES_MAX = 8192;
    private static final int HEADINGS_MAX = 20;
    private static final int TIMES_MAX = 200;
    private static final List<String> NEEDED = List.of("patient", "sampled", "value");
    private static final List<String> TESTS = List.of("itemCode", "item", "jlac10");

    private final LayoutForm form;
    private final int most;
    private final Map<String, String> slips = new LinkedHashMap<>();

    private LayoutSlips(LayoutForm form) {
        this.form = form;
        this.most = form.fixed() ? BYTES_MAX : COLUMNS_MAX;
    }

    /// By place, the word for what is wrong there.
    static Map<String, String> of(LayoutForm form) {
        var slips = new LayoutSlips(form);
        slips.head();
        for (int i = 0; i < form.rows().size(); i++) {
            slips.row("row-" + i, form.rows().get(i));
        }
        slips.twice();
        NEEDED.forEach(what -> slips.needed(what, List.of(what)));
        slips.needed("test", TESTS);
        slips.rest();
        return slips.slips;
    }

    private void head() {
        slip("name", "needed", form.name().isEmpty());
        slip("name", "comma", form.name().contains(","));
        slip("version", "comma", form.version().contains(","));
        slip("least", form.fixed() ? "bytes" : "column", !FieldPlace.within(form.least(), 1, most));
        slip(
                "most",
                "most",
                !form.fixed()
                        && !form.most().isEmpty()
                        && !FieldPlace.within(form.most(), Math.max(1, FieldPlace.number(form.least())), most));
        slip(
                "headings",
                "headings",
                !form.headings().isEmpty() && !FieldPlace.within(form.headings(), 0, HEADINGS_MAX));
        slip(
                "tag",
                "from-to",
                form.fixed()
                        && !(form.tagFrom().isEmpty() && form.tagTo().isEmpty())
                        && !stretch(form.tagFrom(), form.tagTo()));
    }

    private void row(String place, LayoutRow row) {
        if (row.from().isEmpty() && row.to().isEmpty()) {
            return;
        }
        slip(place + "-what", "what", row.what().isEmpty());
        if (form.fixed()) {
            slip(place + "-from", "from-to", !stretch(row.from(), row.to()));
            slip(place + "-record", "comma", row.record().contains(","));
            slip(
                    place + "-part",
                    "repeat-needed",
                    row.repeated()
                            && form.repeats().stream()
                                    .noneMatch(repeat ->
                                            !repeat.blank() && repeat.record().equals(row.record())));
            slip(
                    place + "-every",
                    "bytes",
                    row.repeated() && !row.every().isEmpty() && !FieldPlace.within(row.every(), 1, BYTES_MAX));
        } else {
            slip(place + "-from", "column", !FieldPlace.within(row.from(), 1, COLUMNS_MAX));
        }
    }

    private static boolean stretch(String from, String to) {
        return FieldPlace.within(from, 1, BYTES_MAX) && FieldPlace.within(to, FieldPlace.number(from), BYTES_MAX);
    }

    private void twice() {
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < form.rows().size(); i++) {
            var row = form.rows().get(i);
            if (!row.what().isEmpty() && !row.from().isEmpty()) {
                var key = form.fixed()
                        ? List.of(row.what(), row.record(), row.part())
                        : new ArrayList<>(List.of(row.what()));
                slip("row-" + i + "-what", "twice", !seen.add(key));
            }
        }
    }

    /// Said at the row that waits for its place, else above the rows.
    private void needed(String what, List<String> anyOf) {
        var rows = form.rows();
        if (rows.stream()
                .anyMatch(row -> anyOf.contains(row.what()) && !row.from().isEmpty())) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (anyOf.contains(rows.get(i).what())) {
                slip("row-" + i + "-from", "place-needed", true);
                return;
            }
        }
        slip("rows-" + what, what + "-needed", true);
    }

    private void rest() {
        for (int i = 0; i < form.repeats().size() && form.fixed(); i++) {
            var repeat = form.repeats().get(i);
            slip(
                    "repeat-" + i,
                    "repeat",
                    !repeat.blank()
                            && !(FieldPlace.within(repeat.from(), 1, BYTES_MAX)
                                    && FieldPlace.within(repeat.length(), 1, BYTES_MAX)
                                    && FieldPlace.within(repeat.times(), 1, TIMES_MAX)
                                    && !repeat.record().contains(",")));
        }
        for (int i = 0; i < form.marks().size(); i++) {
            var mark = form.marks().get(i);
            slip(
                    "mark-" + i,
                    "meaning",
                    !mark.sent().isEmpty() && mark.meaning().isEmpty());
            slip("mark-" + i, "comma", mark.sent().contains(","));
        }
    }

    private void slip(String place, String word, boolean made) {
        if (made) {
            slips.putIfAbsent(place, word);
        }
    }
}
