package hmnet.office.issuing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The office's print batches and the cards that wait (カードの印刷).
///
/// @param problem `nothing`; or null
/// @param waiting the newest of those that wait
/// @param waitingCount all that wait
record BatchesScreen(
        @Nullable String problem,
        List<WaitingCard> waiting,
        long waitingCount,
        List<DesignChoice> designs,
        List<PrintBatch> batches) {
    /// A design that is given out today.
    public record DesignChoice(String word, String name) {}

    /// A card that waits to be printed.
    public record WaitingCard(String number, String name, String kana, int issue) {}
}
