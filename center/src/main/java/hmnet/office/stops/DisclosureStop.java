package hmnet.office.stops;

import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One stop of a facility's disclosure (提供の停止の一件).
///
/// @param resumedBy the second of the two who started again; null while it lasts
record DisclosureStop(
        long id,
        String why,
        StaffId by,
        OffsetDateTime at,
        @Nullable StaffId resumedBy,
        @Nullable OffsetDateTime resumedAt) {}
