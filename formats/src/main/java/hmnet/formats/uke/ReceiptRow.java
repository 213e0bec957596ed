package hmnet.formats.uke;

import hmnet.formats.base.csv.RecordLine;
import java.util.Map;
import java.util.TreeMap;

/// A line of a receipt with the names of its columns (レコード).
record ReceiptRow(RecordLine line, Map<String, Integer> columns) {
    static final String WIDTH = "";
    private static final int DAYS = 31;
    private static final int MOST = 10_000;
    private static final int LONGEST = 5;

    String tag() {
        return line.tag();
    }

    /// Empty for a field the line or the layout does not have.
    String at(String field) {
        var column = columns.get(field);
        return column == null ? "" : line.at(column);
    }

    boolean has(String field) {
        return !at(field).isEmpty();
    }

    boolean isKnown() {
        return !columns.isEmpty();
    }

    /// Columns beyond the layout that hold something.
    boolean isLonger() {
        int width = columns.getOrDefault(WIDTH, line.size());
        for (int i = width; i < line.size(); i++) {
            if (line.has(i)) {
                return true;
            }
        }
        return false;
    }

    /// Day of the month and how often on it (算定日情報).
    Map<Integer, Integer> days() {
        var first = columns.get("日1");
        if (first == null || line.size() <= first) {
            return Map.of();
        }
        var days = new TreeMap<Integer, Integer>();
        for (int day = 1; day <= DAYS; day++) {
            int times = number(line.at(first + day - 1));
            if (times > 0) {
                days.put(day, times);
            }
        }
        return days;
    }

    static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == LONGEST) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return Math.min(MOST, number);
    }
}
