package hmnet.consent.counter;

import hmnet.consent.counter.DeskComparison.ComparisonLine;
import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a hospital's desk ties its chart number to a card (診察券とカードの紐付け).
///
/// @param problem `no-chart`, `no-card`, `passed`, `tied-elsewhere`, `my-number`, `contradicts`, `why`, `second-person`
///     or `gone`; or null
/// @param done the chart number just tied, or null
/// @param told `proposed` or `refused` after a proposal, or null
/// @param match what to compare before tying, or null
/// @param waiting what waits for a second person of this desk
/// @param form what was typed and cannot be used; what is wrong with it stands beside its field
record DeskScreen(
        @Nullable String problem,
        @Nullable String done,
        @Nullable String told,
        @Nullable CardMatch match,
        List<WaitingTie> waiting,
        TypedForm form) {
    /// The same with nothing typed yet.
    DeskScreen(
            @Nullable String problem,
            @Nullable String done,
            @Nullable String told,
            @Nullable CardMatch match,
            List<WaitingTie> waiting) {
        this(problem, done, told, match, waiting, TypedForm.NOTHING);
    }

    /// The chart and the card side by side.
    ///
    /// @param card what the form sends back for the card: a token for it
    /// @param why what was written as the reason so far
    public record CardMatch(String chartNumber, String card, DeskComparison compared, String why) {
        public List<ComparisonLine> lines() {
            return compared.lines();
        }

        public boolean differs() {
            return compared.differs();
        }

        public boolean contradicts() {
            return compared.contradicts();
        }

        public boolean takesTwo() {
            return compared.takesTwo();
        }
    }

    /// A tie that one of this desk proposed.
    ///
    /// @param mine whether the reader proposed it
    public record WaitingTie(
            long id,
            String chartNumber,
            String by,
            OffsetDateTime at,
            String why,
            boolean mine,
            List<ComparisonLine> lines) {}
}
