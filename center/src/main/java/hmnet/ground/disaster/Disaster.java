package hmnet.ground.disaster;

import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A disaster mode that two declared (災害時モード).
///
/// @param endedAt when it was ended, or found to be over; null while nobody has
/// @param endedBy who ended it before its time, or null
public record Disaster(
        long id,
        DisasterArea area,
        String reason,
        OffsetDateTime since,
        OffsetDateTime until,
        StaffId declaredBy,
        StaffId agreedBy,
        @Nullable OffsetDateTime endedAt,
        @Nullable StaffId endedBy) {
    public boolean holds(OffsetDateTime now) {
        return endedAt == null && until.isAfter(now);
    }

    /// Its last moment.
    public OffsetDateTime end() {
        return endedAt != null && endedAt.isBefore(until) ? endedAt : until;
    }
}
