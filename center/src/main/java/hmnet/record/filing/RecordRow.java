package hmnet.record.filing;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `record` about to be written (蓄積する一行).
///
/// @param kind 0 = trace of a deletion, or of a message with nothing to show
/// @param department sealed to the row, as `labels`
/// @param sourceKey sealed to the patient
/// @param codes keyed numbers of the codes, in order, joined by commas
public record RecordRow(
        long patient,
        OffsetDateTime occurredAt,
        UUID id,
        int kind,
        RecordState state,
        int flag,
        long facility,
        byte[] department,
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
