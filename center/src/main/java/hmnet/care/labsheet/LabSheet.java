package hmnet.care.labsheet;

import hmnet.care.viewer.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values by analyte and day (検査結果表), the newest day first.
///
/// @param latest whether each row says where it stands now: on the newest page alone
/// @param comments on whole samplings (総合コメント)
public record LabSheet(
        List<SamplingColumn> columns,
        List<AnalyteGroup> groups,
        boolean latest,
        SheetCut cut,
        List<LabComment> comments) {
    /// So many dates stand on one sheet of paper.
    public static final int DATES_ON_PAPER = 8;

    /// The rows that are shown, of all there are (異常値のみ).
    ///
    /// @param unjudged the names of hidden rows of which nobody said that they are normal
    public record SheetCut(boolean abnormalOnly, int shown, int all, List<String> unjudged) {}

    /// What is known of a row as a whole (行の判定).
    public enum RowJudgement {
        /// One value at least is out of its range, or its sender marked it.
        ABNORMAL,
        /// Every value was judged, and none is abnormal.
        NORMAL,
        /// For a value there is neither a flag nor a range in numbers.
        UNJUDGED;

        static RowJudgement of(List<LabValue> values) {
            var counting = values.stream().filter(LabValue::counts).toList();
            if (counting.stream()
                    .anyMatch(value -> value.flag() != LabFlag.NONE
                            || LabFlag.unread(value.item()).isPresent())) {
                return ABNORMAL;
            }
            return !counting.isEmpty() && counting.stream().allMatch(value -> LabFlag.judges(value.item()))
                    ? NORMAL
                    : UNJUDGED;
        }
    }

    /// The sheet as paper has it: so many dates at a time, newest first (印刷).
    public List<LabSheet> papers() {
        return IntStream.iterate(0, from -> from < columns.size(), from -> from + DATES_ON_PAPER)
                .mapToObj(from -> paper(from, Math.min(columns.size(), from + DATES_ON_PAPER)))
                .toList();
    }

    /// Rows without a value on these dates are left out.
    private LabSheet paper(int from, int until) {
        var kept = groups.stream()
                .map(group -> new AnalyteGroup(
                        group.name(),
                        group.rows().stream()
                                .map(row -> row.on(from, until))
                                .filter(row -> row.cells().stream().anyMatch(Objects::nonNull))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new LabSheet(columns.subList(from, until), kept, false, cut, List.of());
    }

    public List<AnalyteRow> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

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
    /// @param formula the word of the formula that gives it, or null for what was measured
    /// @param therapy the word of what a guideline says of it under a treatment, or null
    /// @param now where it stands now, or null
    public record AnalyteRow(
            String analyte,
            @Nullable String specimen,
            List<String> called,
            String unit,
            String range,
            @Nullable String trend,
            @Nullable String formula,
            @Nullable String therapy,
            RowJudgement judgement,
            @Nullable LatestResult now,
            List<@Nullable LabCell> cells) {
        AnalyteRow on(int from, int until) {
            return new AnalyteRow(
                    analyte,
                    specimen,
                    called,
                    unit,
                    range,
                    trend,
                    formula,
                    therapy,
                    judgement,
                    null,
                    cells.subList(from, until));
        }

        /// What nobody measured is judged by nobody, and stays.
        boolean staysAmongAbnormal() {
            return judgement == RowJudgement.ABNORMAL || formula != null;
        }
    }

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
