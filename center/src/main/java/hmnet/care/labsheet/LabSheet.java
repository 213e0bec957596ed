package hmnet.care.labsheet;

import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values by analyte and day (検査結果表), the newest day first.
public record LabSheet(List<SamplingColumn> columns, List<AnalyteGroup> groups) {
    /// One sampling.
    ///
    /// @param time where the facility took more than one that day, else null
    public record SamplingColumn(LocalDate day, @Nullable String time, String facility) {}

    /// Analytes that belong together, such as 血算.
    public record AnalyteGroup(String name, List<AnalyteRow> rows) {}

    /// One analyte of one specimen and method; a cell per column, null where it was not measured.
    ///
    /// @param called what facilities call it that have another name or a code of their own for it
    /// @param trend the id of its curve on the page, or null
    public record AnalyteRow(
            String analyte,
            @Nullable String specimen,
            List<String> called,
            String unit,
            String range,
            @Nullable String trend,
            List<@Nullable LabCell> cells) {}

    /// One value on the sheet (検査値).
    ///
    /// @param was the value that a correction replaced, for whoever was shown it
    /// @param path the record, with its own code, unit and range
    public record LabCell(
            String value,
            LabFlag flag,
            LabState state,
            @Nullable String was,
            String path,
            List<Mark> marks) {}

    /// How settled a value is (結果の状態).
    public enum LabState {
        FINAL,
        PRELIMINARY,
        CORRECTED
    }
}
