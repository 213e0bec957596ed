package hmnet.office.disasterdesk;

import hmnet.consent.emergency.DisasterLooks.LookCount;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was opened while a disaster mode held (災害時の閲覧の振り返りの画面); no person is named.
///
/// @param next the number after which the next page begins, or null
/// @param done whether a look was just sent to the review
/// @param problem whether one could not be
record DisasterDeskScreen(
        long id,
        OffsetDateTime since,
        OffsetDateTime end,
        boolean holds,
        LookCount count,
        List<LookLine> looks,
        @Nullable Long next,
        boolean done,
        boolean problem) {
    /// One opening (閲覧の一行).
    ///
    /// @param door a word of `EmergencyDoor`
    /// @param chosen whether it goes to the review
    record LookLine(
            long id,
            OffsetDateTime at,
            String facility,
            String profession,
            String staff,
            String door,
            boolean chosen) {}
}
