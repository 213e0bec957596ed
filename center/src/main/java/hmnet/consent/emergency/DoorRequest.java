package hmnet.consent.emergency;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What is to be opened (開きたい入口).
///
/// @param renewed the opening that it renews, or null
/// @param disaster the disaster mode, for its door alone
/// @param handed the crew's opening that it follows, or null
record DoorRequest(
        EmergencyDoor door,
        String reason,
        @Nullable EmergencyOpening renewed,
        @Nullable Disaster disaster,
        @Nullable HandedDoor handed) {
    static DoorRequest of(EmergencyDoor door, String reason) {
        return new DoorRequest(door, reason, null, null, null);
    }

    boolean isOpenTo(Requester by) {
        return by.may(door.right()) && (door == EmergencyDoor.DISASTER) == (disaster != null);
    }

    /// A door that a crew hands on (共有された入口).
    ///
    /// @param from the crew's opening
    /// @param until when what was handed on ends
    record HandedDoor(long from, OffsetDateTime until) {}
}
