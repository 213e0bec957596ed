package hmnet.office.reviewdesk;

import hmnet.people.arrivals.ReviewFigures.Open;
import java.time.LocalDate;
import java.util.List;

/// What the review desk has done and has before it (名寄せ確認の統計).
///
/// @param since the first of the days counted
record FiguresScreen(
        LocalDate since,
        List<Open> open,
        List<Day> days,
        List<ReviewerFigures> people,
        long same,
        long different,
        long later,
        long undone,
        long matched,
        List<LinkSourceFigure> links) {
    /// Decisions of one day.
    public record Day(LocalDate day, long same, long different, long undone) {}

    /// Decisions of one person.
    public record ReviewerFigures(String name, long same, long different, long later, long undone) {}

    /// Links by who made them: desk, review or matcher.
    public record LinkSourceFigure(String source, long links) {}

    public long waiting() {
        return open.stream().mapToLong(Open::all).sum();
    }

    /// The share of "the same" among the decisions, in percent; 0 without any.
    public long sharePercent() {
        return same + different == 0 ? 0 : Math.round(100.0 * same / (same + different));
    }
}
