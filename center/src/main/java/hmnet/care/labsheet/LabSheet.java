package hmnet.care.labsheet;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values by analyte and day (検査結果表), the newest day first.
public record LabSheet(List<Column> columns, List<Group> groups) {
    /// One sampling.
    ///
    /// @param time where the facility took more than one that day, else null
    public record Column(LocalDate day, @Nullable String time, String facility) {}

    /// Analytes that belong together, such as 血算.
    public record Group(String name, List<Row> rows) {}

    /// One analyte of one specimen and method; a cell per column, null where it was not measured.
    ///
    /// @param called what facilities call it that have another name or a code of their own for it
    /// @param trend the id of its curve on the page, or null
    public record Row(
            String analyte,
            @Nullable String specimen,
            List<String> called,
            String unit,
            String range,
            @Nullable String trend,
            List<@Nullable LabCell> cells) {}
}
