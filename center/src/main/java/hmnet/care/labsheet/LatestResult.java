package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.LabState;
import hmnet.care.viewer.Timelines;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where an analyte stands now and where it stood before (最新値と前回値).
///
/// @param previous the newest value before it that counts, or null where none was loaded
/// @param change from the previous number to the newest, null where one of them is no plain number
/// @param spark the numbers as a small curve, null for fewer than two
public record LatestResult(
        PlacedValue latest,
        @Nullable PlacedValue previous,
        @Nullable ResultChange change,
        @Nullable Spark spark) {
    /// A value with its day and facility.
    ///
    /// @param elsewhere measured by another facility than the one that looks
    public record PlacedValue(LabCell cell, LocalDate day, String facility, boolean elsewhere, long daysAgo) {}

    /// Which way a number went (変化).
    public enum ResultChange {
        UP("↑"),
        DOWN("↓"),
        SAME("→");

        private final String arrow;

        ResultChange(String arrow) {
            this.arrow = arrow;
        }

        public String arrow() {
            return arrow;
        }

        public String key() {
            return "viewer.change." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Who looks, and on which day (見る側).
    ///
    /// @param own the facility of whoever looks
    public record ResultReader(FacilityId own, LocalDate today, Function<FacilityId, String> facilities) {
        PlacedValue placed(LabValue value, LabCells cells) {
            var day = Timelines.day(value.entry());
            return new PlacedValue(
                    cells.of(value),
                    day,
                    facilities.apply(value.entry().facility()),
                    !value.entry().facility().equals(own),
                    ChronoUnit.DAYS.between(day, today));
        }
    }

    /// @param values of one analyte, the newest first; one at least is not taken back
    static @Nullable LatestResult of(List<LabValue> values, ResultReader reader, LabCells cells) {
        var told = values.stream().filter(LatestResult::isTold).toList();
        if (told.isEmpty()) {
            return null;
        }
        var latest = told.getFirst();
        var previous =
                told.stream().skip(1).filter(LabValue::counts).findFirst().orElse(null);
        return new LatestResult(
                reader.placed(latest, cells),
                previous == null ? null : reader.placed(previous, cells),
                previous == null ? null : change(latest, previous),
                Spark.of(values.reversed()));
    }

    private static boolean isTold(LabValue value) {
        return value.state() != LabState.WITHDRAWN && value.order().state().isCurrent();
    }

    private static @Nullable ResultChange change(LabValue latest, LabValue previous) {
        var now = Quantity.of(latest.item().value()).filter(Quantity::exact);
        var before = Quantity.of(previous.item().value()).filter(Quantity::exact);
        if (!latest.counts() || now.isEmpty() || before.isEmpty()) {
            return null;
        }
        var order = Double.compare(now.get().number(), before.get().number());
        return order > 0 ? ResultChange.UP : order < 0 ? ResultChange.DOWN : ResultChange.SAME;
    }
}
