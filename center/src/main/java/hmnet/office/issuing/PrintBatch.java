package hmnet.office.issuing;

import hmnet.ground.directory.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cards that are printed together (印刷バッチ).
///
/// @param design the name of what they look like
/// @param fileTaken whether the printer's file was taken
/// @param counted how many the office held when it reconciled, or null before
/// @param countedBy who counted
/// @param closed whether it added up, or a second person accepted the difference
record PrintBatch(
        long id,
        String design,
        LocalDate madeOn,
        boolean fileTaken,
        @Nullable Integer counted,
        @Nullable StaffId countedBy,
        @Nullable String differenceWhy,
        boolean closed,
        List<PrintedCard> cards) {
    public Reconciliation reconciliation() {
        return Reconciliation.of(
                cards.stream().map(PrintedCard::state).toList(),
                counted == null
                        ? (int) cards.stream()
                                .filter(card -> card.state().stillThere())
                                .count()
                        : counted);
    }

    /// One card of a batch.
    ///
    /// @param works false once another card replaced it: it must not be handed over
    public record PrintedCard(String number, String name, String kana, int issue, CardState state, boolean works) {
        public List<CardState> next() {
            return state.next().stream()
                    .filter(next -> works || next != CardState.HANDED_OVER)
                    .toList();
        }
    }
}
