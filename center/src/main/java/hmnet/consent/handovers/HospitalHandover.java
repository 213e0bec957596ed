package hmnet.consent.handovers;

import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What a crew hands on to one hospital (搬送先への共有).
///
/// @param opening the crew's
/// @param expectedAt when the crew expects to be there, if it said so
/// @param until when it ends by itself
public record HospitalHandover(
        long id,
        long opening,
        FacilityId from,
        FacilityId to,
        @Nullable OffsetDateTime expectedAt,
        OffsetDateTime at,
        OffsetDateTime until,
        @Nullable OffsetDateTime endedAt,
        @Nullable HandoverEnding ending) {
    public boolean stands(OffsetDateTime now) {
        return endedAt == null && until.isAfter(now);
    }
}
