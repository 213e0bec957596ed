package hmnet.care.checkups;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.Spark;
import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Check-ups side by side (健診の経年表), the newest first.
public record CheckupSheet(List<CheckupColumn> columns, List<CheckupRows> groups) {
    /// One check-up (健診一回).
    ///
    /// @param titles what its records are called
    /// @param notes comments on the whole of it
    /// @param path its first record; null where that opens nowhere
    public record CheckupColumn(
            LocalDate day,
            String facility,
            List<String> titles,
            List<String> notes,
            List<Mark> marks,
            @Nullable String path) {}

    /// Items that are read together (項目の一群).
    ///
    /// @param key of its name
    public record CheckupRows(String key, List<CheckupRow> rows) {}

    /// One item (健診項目): of one test and one unit.
    ///
    /// @param range the newest value's reference range, as sent, or empty
    /// @param ranges whether other values have another range
    /// @param apart another item has the same name: it was measured otherwise or has another unit
    /// @param change against the one before, or null where they cannot be compared
    /// @param spark its numbers as a small curve, or null
    /// @param cells one for each check-up; empty where nothing was sent
    public record CheckupRow(
            String name,
            String unit,
            String range,
            boolean ranges,
            boolean apart,
            @Nullable CheckupChange change,
            @Nullable Spark spark,
            List<List<CheckupValue>> cells) {}

    /// From the check-up before to the newest (前回との差).
    ///
    /// @param by with its sign; empty where a word changed into another
    /// @param since the day of the one before
    public record CheckupChange(String by, LocalDate since) {}

    /// A value or an answer (結果・回答).
    ///
    /// @param told why there is none, or how settled it is; in words, or empty
    public record CheckupValue(
            String value,
            LabFlag flag,
            String told,
            boolean struck,
            List<String> notes,
            @Nullable String path) {}
}
