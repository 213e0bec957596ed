package hmnet.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a person's own log (開示記録): who looked, why, and its number in the provable log.
///
/// @param leaf null until the sequencer numbered it, within a second
public record Entry(
        UUID id,
        Instant at,
        Action action,
        long facility,
        String profession,
        String purpose,
        String outcome,
        @Nullable Long leaf) {
    static Entry of(Event event, @Nullable Long leaf) {
        var trace = event.trace();
        return new Entry(
                event.id(),
                event.at(),
                trace.action(),
                trace.facility(),
                trace.profession(),
                trace.purpose(),
                trace.outcome(),
                leaf);
    }
}
