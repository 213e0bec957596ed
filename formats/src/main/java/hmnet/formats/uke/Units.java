package hmnet.formats.uke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The rows of a receipt told apart into what belongs together (剤): the points stand on the last row of each.
final class Units {
    private static final Set<String> TAGS = Set.of("SI", "SS", "IY", "TO", "CO");

    private final List<Unit> units = new ArrayList<>();
    private List<Row> open = new ArrayList<>();
    private String identity = "";

    private Units() {}

    /// One of them.
    ///
    /// @param identity 診療識別, which only the first row of several units may carry
    /// @param number from 1, in the order of the receipt
    record Unit(String identity, int number, List<Row> rows) {
        List<Row> of(String tag) {
            return rows.stream().filter(row -> row.tag().equals(tag)).toList();
        }

        /// The days of its rows; on each the highest count.
        Map<Integer, Integer> days() {
            var days = new TreeMap<Integer, Integer>();
            for (var row : rows) {
                row.days().forEach((day, times) -> days.merge(day, times, Math::max));
            }
            return days;
        }

        int times() {
            return rows.stream().mapToInt(row -> Row.number(row.at("回数"))).max().orElse(0);
        }

        /// What the comments say; of a coded comment without words its code.
        List<String> comments() {
            var comments = new ArrayList<String>();
            for (var row : rows) {
                if (row.tag().equals("CO")) {
                    comments.add(said(row.at("コード"), row.at("文字")));
                }
                for (int i = 1; i <= 3; i++) {
                    comments.add(said(row.at("コメントコード" + i), row.at("コメント" + i)));
                }
            }
            return comments.stream().filter(comment -> !comment.isBlank()).toList();
        }

        private static String said(String code, String words) {
            return words.isEmpty() && !code.isEmpty() ? "コメントコード " + code : words;
        }
    }

    static List<Unit> of(Receipt receipt) {
        var units = new Units();
        for (var row : receipt.rows()) {
            if (TAGS.contains(row.tag())) {
                units.add(row);
            }
        }
        units.close();
        return units.units;
    }

    private void add(Row row) {
        boolean comment = row.tag().equals("CO");
        if (row.has("診療識別")) {
            close();
            identity = row.at("診療識別");
        } else if (comment && open.isEmpty() && !units.isEmpty()) {
            append(row);
            return;
        }
        open.add(row);
        if (row.has("点数")) {
            close();
        }
    }

    /// A comment without 診療識別 after the points speaks of what stands before it.
    private void append(Row row) {
        var last = units.removeLast();
        var rows = new ArrayList<>(last.rows);
        rows.add(row);
        units.add(new Unit(last.identity, last.number, List.copyOf(rows)));
    }

    private void close() {
        if (!open.isEmpty()) {
            units.add(new Unit(identity, units.size() + 1, List.copyOf(open)));
            open = new ArrayList<>();
        }
    }
}
