package hmnet.record.layouts;

import java.util.ArrayList;
import java.util.List;

/// A layout as the fields of a form (取り決めの入力欄): everything as typed, so that a slip can be shown where
/// it stands. Bytes are told from–to here and by their length in the declaration.
///
/// @param shape `csv` or `fixed`
/// @param least columns of a line at least, or the bytes of a record
/// @param tagFrom where the kind of a record stands, fixed width only
record LayoutForm(
        String name,
        String version,
        String charset,
        String shape,
        String least,
        String most,
        String headings,
        String tagFrom,
        String tagTo,
        List<LayoutRow> rows,
        List<Repeat> repeats,
        List<MarkMeaning> marks) {
    static final String UTF_8 = "utf-8";
    static final String MS932 = "ms932";
    static final String FIXED = "fixed";
    static final String CSV = "csv";
    static final String ITEM = "item";
    private static final int ROWS_MAX = 200;
    private static final int MORE = 3;

    public LayoutForm {
        rows = List.copyOf(rows);
        repeats = List.copyOf(repeats);
        marks = List.copyOf(marks);
    }

    /// Where one field stands (項目の行).
    ///
    /// @param part `item` inside what repeats, else empty
    /// @param every bytes to its next time, where that is another distance than its block's
    public record LayoutRow(String what, String from, String to, String record, String part, String every) {
        static final LayoutRow BLANK = of("", "");

        static LayoutRow of(String what, String from) {
            return new LayoutRow(what, from, "", "", "", "");
        }

        boolean blank() {
            return what.isEmpty() && from.isEmpty() && to.isEmpty();
        }

        public boolean repeated() {
            return part.equals(ITEM);
        }
    }

    /// A stretch of a record that comes several times (くりかえし).
    public record Repeat(String record, String from, String length, String times) {
        static final Repeat BLANK = new Repeat("", "", "", "");

        boolean blank() {
            return from.isEmpty() && length.isEmpty() && times.isEmpty();
        }
    }

    /// What a mark of the laboratory means (印の読み替え).
    ///
    /// @param meaning `status/F`, `limit/<`, `flag/H`
    public record MarkMeaning(String sent, String meaning) {
        static final MarkMeaning BLANK = new MarkMeaning("", "");

        boolean blank() {
            return sent.isEmpty() && meaning.isEmpty();
        }
    }

    /// To begin with: what nearly every laboratory sends, without places.
    static LayoutForm empty() {
        var rows = new ArrayList<LayoutRow>();
        for (var what : List.of("patient", "name", "sampled", "itemCode", "item", "value", "unit", "range")) {
            rows.add(LayoutRow.of(what, ""));
        }
        return new LayoutForm("", "", MS932, CSV, "", "", "", "", "", rows, List.of(), List.of());
    }

    public boolean fixed() {
        return shape.equals(FIXED);
    }

    /// With three more rows to fill.
    LayoutForm more() {
        var more = new ArrayList<>(rows);
        for (int i = 0; i < MORE && more.size() < ROWS_MAX; i++) {
            more.add(LayoutRow.BLANK);
        }
        return with(least, most, more);
    }

    /// With the width of a sample where none was typed.
    LayoutForm asWideAs(int width) {
        var wide = Integer.toString(width);
        return width < 1 || !least.isEmpty() || !most.isEmpty() ? this : with(wide, fixed() ? "" : wide, rows);
    }

    private LayoutForm with(String fewest, String atMost, List<LayoutRow> these) {
        return new LayoutForm(
                name, version, charset, shape, fewest, atMost, headings, tagFrom, tagTo, these, repeats, marks);
    }

    /// The declaration it is.
    String text() {
        return LayoutLine.text(LayoutLine.of(this));
    }
}
