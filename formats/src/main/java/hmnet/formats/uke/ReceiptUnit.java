package hmnet.formats.uke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Rows of a receipt that belong together (剤).
final class ReceiptUnit {
    private static final int MOST = 400;
    private static final int COMMENTS = 3;
    /// フリーコメント.
    private static final String FREE = "810000001";

    private final String identity;
    private final int number;
    private final List<ReceiptRow> rows = new ArrayList<>();

    /// @param identity 診療識別, which only the first row of several units may carry
    /// @param number from 1, in the order of the receipt
    ReceiptUnit(String identity, int number) {
        this.identity = identity;
        this.number = number;
    }

    String identity() {
        return identity;
    }

    int number() {
        return number;
    }

    List<ReceiptRow> rows() {
        return rows;
    }

    /// No unit of a real receipt is so long.
    boolean isFull() {
        return rows.size() >= MOST;
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
        return rows.stream()
                .mapToInt(row -> ReceiptRow.number(row.at("回数")))
                .max()
                .orElse(0);
    }

    /// What the comments say; of a coded comment without words its code.
    List<String> comments() {
        var comments = new ArrayList<String>();
        for (var row : rows) {
            if (row.tag().equals("CO")) {
                comments.add(said(row.at("コード"), row.at("文字")) + teeth(row));
            } else if (row.columns().containsKey("コメント1")) {
                for (int i = 1; i <= COMMENTS; i++) {
                    comments.add(said(row.at("コメントコード" + i), row.at("コメント" + i)));
                }
            }
        }
        return comments.stream().filter(comment -> !comment.isBlank()).toList();
    }

    private static String teeth(ReceiptRow row) {
        return row.has("歯式") ? "（" + Teeth.words(row.at("歯式")) + "）" : "";
    }

    /// The words alone only where the code says that they are all there is: else they fill a sentence that
    /// the code has, such as a date or a number, and mean nothing without it.
    static String said(String code, String words) {
        return code.isEmpty() || code.equals(FREE) ? words : ("コメントコード " + code + " " + words).strip();
    }

    /// What the comments say, without their codes.
    List<String> words() {
        return rows.stream()
                .filter(row -> row.tag().equals("CO"))
                .map(row -> row.at("文字"))
                .toList();
    }
}
