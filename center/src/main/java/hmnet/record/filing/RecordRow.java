package hmnet.record.filing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `record` about to be written (蓄積する一行).
///
/// @param kind 0 = trace of a deletion, or of a message with nothing to show
/// @param department sealed to the row, as `labels`
/// @param sourceKey sealed to the patient
/// @param items of what it tells, as `PatientSeal.item` seals each code
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
        List<Long> items,
        byte[] extract,
        byte[] content) {}
