package hmnet.care.labsheet;

import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values by analyte and day (検査結果表), the newest day first.
///
/// @param comments on whole samplings (総合コメント)
public record LabSheet(List<SamplingColumn> columns, List<AnalyteGroup> groups, List<LabComment> comments) {
    /// A comment on all values of one report.
    ///
    /// @param path the report
    public record LabComment(LocalDate day, String facility, String words, String path) {}

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
    /// @param told what is to be known of its state, in words; empty for one that is settled
    /// @param notes comments at the value (溶血), in the sender's words
    /// @param path the record, with its own code, unit and range
    public record LabCell(
            String value,
            LabFlag flag,
            LabState state,
            String told,
            @Nullable String was,
            List<String> notes,
            String path,
            List<Mark> marks) {}

    /// How settled a value is (結果の状態).
    public enum LabState {
        /// 確定, or nothing was said of it.
        FINAL,
        PRELIMINARY,
        CORRECTED,
        /// 結果待ち: ordered or taken, no value yet.
        PENDING,
        /// 検査不能: it was tried, and there is no result.
        NOT_OBTAINED,
        /// 未実施: it was not asked for or not done.
        NOT_DONE,
        /// 取消: taken back, or told of the wrong one.
        WITHDRAWN,
        /// A word that no table has.
        UNKNOWN;

        /// Whether its value may be read as a result.
        public boolean counts() {
            return switch (this) {
                case FINAL, PRELIMINARY, CORRECTED, UNKNOWN -> true;
                case PENDING, NOT_OBTAINED, NOT_DONE, WITHDRAWN -> false;
            };
        }

        /// Whether the value is struck through: it was told, and is no more.
        public boolean struck() {
            return this == WITHDRAWN;
        }

        /// How its word is drawn.
        public String style() {
            return switch (this) {
                case FINAL, UNKNOWN -> "";
                case PRELIMINARY, PENDING -> "preliminary";
                case CORRECTED -> "corrected";
                case NOT_OBTAINED, NOT_DONE, WITHDRAWN -> "state";
            };
        }
    }
}
