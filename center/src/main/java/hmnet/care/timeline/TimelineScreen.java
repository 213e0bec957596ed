package hmnet.care.timeline;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time line of a person (統合ビューア 時系列).
///
/// @param older the address of the lines before these, or null
/// @param newest the address of the newest lines, or null when they are shown
/// @param received what came from whom, where the list is empty
public record TimelineScreen(
        ChartFrame chart,
        TimelineFilter filter,
        TimelineMatrix matrix,
        List<TimelineDay> days,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {

    /// One entry of a list to choose from (選択肢). Its words are shown as they are.
    public record FilterChoice(String value, String words, boolean chosen) {}

    /// One day of the time line (時系列の一日).
    public record TimelineDay(LocalDate day, List<TimelineFacility> facilities) {}

    /// What one facility did on one day (施設ごとの一日).
    public record TimelineFacility(String name, List<Line> lines) {}

    /// What part of the time line is asked for (絞り込み).
    ///
    /// @param until a day of the last column where that is not today's, else null
    /// @param column the words of the one column that is listed, or null
    /// @param all the address without any of it, or null where nothing narrows the list
    public record TimelineFilter(
            List<FilterChoice> periods,
            List<FilterChoice> facilities,
            List<FilterChoice> kinds,
            @Nullable LocalDate until,
            @Nullable String column,
            @Nullable String all) {}

    /// What a cell of the overview is (欄の状態): none of them ever looks like another.
    public enum CellState {
        /// 出来事あり.
        SOME,
        /// Nothing came that may be shown.
        NONE,
        /// Nothing, but a rule keeps kinds of this facility closed: what is not there cannot be told from what is.
        WITHHELD,
        /// Before the first thing this facility sent.
        BEFORE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What one facility did in one column (施設・期間の欄): which kinds, not how many.
    ///
    /// @param late its feed is silent since, so that more may be missing
    /// @param path the time line of just that, empty where nothing happened
    /// @param words for whoever does not see the signs
    /// @param chosen whether the list below shows just that
    public record MatrixCell(
            List<CareEvent> signs, CellState state, boolean late, String path, String words, boolean chosen) {}

    /// One facility in the overview (一覧表の一行).
    ///
    /// @param whole why the row has no cells, the end of a message key: all of it is closed, or nothing ever came
    /// @param partly rules close some kinds of it; the band above names them
    public record MatrixRow(String facility, @Nullable String whole, boolean partly, List<MatrixCell> cells) {}

    /// A column's head (列見出し).
    ///
    /// @param year where it is another one than that of the column before, else empty
    public record MatrixColumn(String year, String words, boolean now) {}

    /// The overview above the time line (いつ・どこで・何が): oldest first.
    ///
    /// @param title from when until when
    /// @param before the address of the window before this one, or null where nothing is older
    /// @param after that of the one after it, or null
    /// @param newest that of the newest one, or null where it is shown
    /// @param oldest that of the one that begins with the oldest, or null where it is shown
    /// @param oldestWords its first column
    public record TimelineMatrix(
            String title,
            List<MatrixColumn> columns,
            List<MatrixRow> rows,
            @Nullable String before,
            @Nullable String after,
            @Nullable String newest,
            @Nullable String oldest,
            String oldestWords) {}
}
