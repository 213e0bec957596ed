package hmnet.record.filing;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `record` about to be written (蓄積する一行).
///
/// @param kind 0 = trace of a deletion, or of a message with nothing to show
/// @param codes codes as sent, joined by the unit separator
public record RecordRow(
        long patient,
        OffsetDateTime occurredAt,
        UUID id,
        int kind,
        RecordState state,
        int flag,
        long facility,
        String department,
        long labels,
        String sourceKey,
        String version,
        boolean correction,
        boolean preliminary,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime finalAt,
        int resources,
        long inbox,
        String codes,
        byte[] extract,
        byte[] content) {}
