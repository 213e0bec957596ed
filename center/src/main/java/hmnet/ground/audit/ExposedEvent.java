package hmnet.ground.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// One event as the office reads it in an incident (照会の一行): all of it, with where it came from.
public record ExposedEvent(UUID id, Instant at, Trace trace, TraceOrigin origin) {
    static ExposedEvent of(AuditEvent event) {
        return new ExposedEvent(
                event.id(), event.at(), event.trace(), Objects.requireNonNullElse(event.origin(), TraceOrigin.NONE));
    }
}
