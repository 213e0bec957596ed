package hmnet.care.summary;

import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.care.labsheet.KeyResults.KeyResult;
import hmnet.care.summary.SummaryPlan.SummaryPanel;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of a chart (概要).
///
/// @param columns of panels, as the reader's profession and field of work have them, without those that are closed to
/// it
/// @param field of work whose panels and tests are shown
/// @param fields to choose from; none where there is one alone
public record SummaryScreen(
        ChartFrame chart,
        LocalDate today,
        List<List<SummaryPanel>> columns,
        String field,
        List<String> fields,
        ProblemList problems,
        MedicineList medicines,
        ResultList results,
        VisitList visits,
        FreshList fresh,
        List<OpenQuestion> questions) {
    /// What does not fit on one screen is folded, and never left out without its number.
    private static final int PROBLEMS_SHOWN = 8;

    /// Of somebody with more problems fewer stand open, so that the last visit keeps its place on the first screen.
    private static final int OF_MANY_PROBLEMS = 5;

    public static final int MEDICINES_SHOWN = 9;
    public static final int VISITS_SHOWN = 4;

    /// 病名・問題: those that go on, then those that ended.
    ///
    /// @param received what came from whom, asked for where there is none
    public record ProblemList(List<ProblemLine> open, List<ProblemLine> ended, List<FacilityCoverage> received) {
        /// Those that stand open.
        public List<ProblemLine> shown() {
            return open.subList(0, open.size() > PROBLEMS_SHOWN ? OF_MANY_PROBLEMS : open.size());
        }

        /// Those folded under their number.
        public List<ProblemLine> rest() {
            return open.subList(shown().size(), open.size());
        }
    }

    /// One problem (問題), as all facilities that keep it under one name say it.
    ///
    /// @param onset the earliest that was sent, as precise as it was sent
    /// @param ended its end or outcome
    public record ProblemLine(
            String name,
            boolean main,
            boolean suspected,
            @Nullable String onset,
            @Nullable String ended,
            @Nullable String state,
            List<String> facilities,
            String path,
            List<Mark> marks) {}

    /// 現在の薬.
    ///
    /// @param received what came from whom, asked for where there is none
    public record MedicineList(List<CurrentMedicine> lines, List<FacilityCoverage> received) {}

    /// One drug that somebody takes now (現在の薬の一行).
    ///
    /// @param amounts each with its basis: 1回 1 錠
    /// @param rhythm words by which it is not taken every day
    /// @param until the last day supplied; null where no days were sent
    /// @param left days from today to it, negative within the days of grace
    /// @param duplicate somebody else supplies the same substance, or another anti-inflammatory
    public record CurrentMedicine(
            String name,
            String amounts,
            String usage,
            List<String> rhythm,
            String facility,
            @Nullable String department,
            LocalDate from,
            @Nullable LocalDate until,
            long left,
            boolean upcoming,
            boolean dispensed,
            boolean duplicate,
            List<DrugCaution> cautions,
            String path,
            List<Mark> marks) {
        public boolean flagged() {
            return duplicate || !cautions.isEmpty();
        }

        /// Nearly out, or out within the days of grace.
        public boolean ending() {
            return until != null && left <= 7;
        }
    }

    /// 主要検査.
    public record ResultList(List<KeyResult> lines, List<FacilityCoverage> received) {}

    /// 最近の受診・入院.
    public record VisitList(List<VisitLine> lines, List<FacilityCoverage> received) {}

    /// A visit or a stay (受診・入院の一行).
    ///
    /// @param to the day of discharge; null for a visit, and while none was received
    /// @param days of the stay, 0 where they are not known
    public record VisitLine(
            boolean stay,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long days,
            String facility,
            @Nullable String department,
            @Nullable String outcome,
            String path,
            List<Mark> marks) {}

    /// 新着: what the reader has not been shown.
    ///
    /// @param since the end of the sitting before; null for the first look
    /// @param more that many, or more, stand on the time line alone
    /// @param visit what others recorded since the last visit here; null where none was received
    /// @param bounded there may be more than were looked at
    public record FreshList(
            @Nullable OffsetDateTime since,
            List<FreshRecord> lines,
            int more,
            @Nullable SinceVisit visit,
            boolean bounded) {
        public int count() {
            return lines.size() + more;
        }
    }

    /// One record that is new (新着の一件).
    public record FreshRecord(
            LocalDate on,
            String facility,
            RecordKind kind,
            String title,
            @Nullable String state,
            String path,
            List<Mark> marks) {}

    /// What somebody should clear up (確認が必要なこと).
    ///
    /// @param kind its word in the texts and styles
    /// @param path where more is said; null where this is all
    public record OpenQuestion(
            String kind,
            String title,
            String words,
            @Nullable String path) {}
}
