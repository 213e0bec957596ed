package hmnet.record.layouts;

import hmnet.record.layouts.LayoutForm.LayoutRow;
import java.util.Map;

/// Which field of the form is to blame for what its language or the sample says (直すところ): a line is where
/// it came from, a field of a result is its row, a file that does not fit is of other columns or has no day.
final class FieldFault {
    private FieldFault() {}

    static Map<String, String> of(LayoutTrial.BadLayout bad, LayoutForm form) {
        var lines = LayoutLine.of(form);
        return bad.line() < 1 || bad.line() > lines.size()
                ? Map.of()
                : Map.of(field(lines.get(bad.line() - 1).place()), "unread");
    }

    private static String field(String place) {
        return place.startsWith("row-") ? place + "-from" : place;
    }

    /// @param said what is wrong, in words
    static Map<String, String> of(LayoutTrial.BadSample bad, String said, SentLayout sent) {
        var form = sent.form();
        if (!bad.code().equals(LayoutTrial.OF_ANOTHER)) {
            return at(form, bad.field(), LayoutsScreen.SAMPLE + said);
        }
        int width = SampleColumns.of(sent.sample(), form).width();
        boolean asWide = form.fixed()
                ? width == FieldPlace.number(form.least())
                : width >= FieldPlace.number(form.least())
                        && (form.most().isEmpty() || width <= FieldPlace.number(form.most()));
        return asWide ? at(form, "sampled", "no-day") : Map.of("least", form.fixed() ? "other-bytes" : "other-columns");
    }

    private static Map<String, String> at(LayoutForm form, String field, String word) {
        var what = form.rows().stream().map(LayoutRow::what).toList();
        int row = what.indexOf(field);
        return row < 0 ? Map.of() : Map.of("row-" + row + "-from", word);
    }
}
