package hmnet.care.viewer;

import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time line of a person (統合ビューア 時系列).
///
/// @param older the address of the entries before these, or null
/// @param newest the address of the newest entries, or null when they are shown
record TimelineScreen(
        ChartFrame chart,
        LocalDate today,
        TimelineFilter filter,
        TimelineMatrix matrix,
        List<TimelineDay> days,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {

    /// One entry of a list to choose from (選択肢). Its words are shown as they are.
    public record FilterChoice(String value, String words, boolean chosen) {}

    /// How much one facility did in one month (施設・月の件数).
    ///
    /// @param path the time line of just that
    /// @param chosen whether the list below shows just that
    public record MatrixCell(int count, String path, boolean chosen) {
        /// The shade: 1 for a single entry to 4 for twenty or more.
        public int shade() {
            return count >= 20 ? 4 : count >= 8 ? 3 : count >= 3 ? 2 : 1;
        }
    }

    /// One facility in the overview, a cell per month (一覧表の一行).
    public record MatrixRow(String facility, List<MatrixCell> cells) {}

    /// One day of the time line (時系列の一日).
    public record TimelineDay(LocalDate day, List<TimelineFacility> facilities) {}

    /// What one facility did on one day (施設ごとの一日).
    public record TimelineFacility(String name, List<TimelineItem> items) {}

    /// What part of the time line is asked for (絞り込み).
    ///
    /// @param month one month chosen in the overview, which then outweighs the period
    public record TimelineFilter(
            Period period,
            List<FilterChoice> facilities,
            List<FilterChoice> kinds,
            @Nullable YearMonth month) {
        /// Whether anything but the period narrows the list.
        public boolean narrowed() {
            return month != null
                    || facilities.stream()
                            .anyMatch(
                                    choice -> choice.chosen() && !choice.value().isEmpty())
                    || kinds.stream()
                            .anyMatch(
                                    choice -> choice.chosen() && !choice.value().isEmpty());
        }
    }

    /// One line of the time line (時系列の一件).
    ///
    /// @param path where it is shown whole
    public record TimelineItem(
            RecordKind kind,
            String path,
            String title,
            @Nullable String department,
            @Nullable String state,
            List<Mark> marks) {}

    /// The overview above the time line (施設×月の一覧): at most twelve months, the newest first.
    public record TimelineMatrix(List<YearMonth> months, List<MatrixRow> rows) {}
}
