package hmnet.ground.audit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a person's own log (開示記録): who looked, why, and its number in the provable log.
///
/// @param detail what more there is to say, such as `view` and `record`. A view of one record names it or
///     does not: words for a view must not depend on it
/// @param leaf null until the sequencer numbered it, within a second
public record AccessLogEntry(
        UUID id,
        Instant at,
        Action action,
        long facility,
        String profession,
        String purpose,
        String outcome,
        SortedMap<String, String> detail,
        @Nullable Long leaf) {
    static AccessLogEntry of(AuditEvent event, @Nullable Long leaf) {
        var trace = event.trace();
        return new AccessLogEntry(
                event.id(),
                event.at(),
                trace.action(),
                trace.facility(),
                trace.profession(),
                trace.purpose(),
                trace.outcome(),
                trace.detail(),
                leaf);
    }
}
