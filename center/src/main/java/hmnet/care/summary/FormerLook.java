package hmnet.care.summary;

import hmnet.record.charts.ChartEntry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a reader was shown when a sitting ended (前回の閲覧の内容).
///
/// @param at when; nothing for somebody who looks for the first time
/// @param after only rows received after this moment are remembered; nothing where all of the chart are
/// @param shown numbers of the rows that had been received last
record FormerLook(Optional<OffsetDateTime> at, Optional<OffsetDateTime> after, Set<Integer> shown) {
    static final FormerLook NONE = new FormerLook(Optional.empty(), Optional.empty(), Set.of());

    /// @param received those that came last first
    static FormerLook of(OffsetDateTime at, List<ChartEntry> received) {
        return new FormerLook(
                Optional.of(at),
                received.size() < SummaryLooks.REMEMBERED
                        ? Optional.empty()
                        : Optional.of(received.getLast().receivedAt()),
                received.stream().map(FormerLook::number).collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether a row is new to the reader. The time of a look alone does not tell: a row may be filed long after it
    /// was received, and a rule may show it days later.
    boolean lacks(ChartEntry entry) {
        return at.isPresent()
                && !shown.contains(number(entry))
                && after.map(moment -> entry.receivedAt().isAfter(moment)).orElse(true);
    }

    private static int number(ChartEntry entry) {
        return entry.id().hashCode();
    }
}
