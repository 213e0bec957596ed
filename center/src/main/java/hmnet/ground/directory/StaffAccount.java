package hmnet.ground.directory;

import hmnet.ground.audit.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody who works or worked at a facility (利用者の登録), as the register holds them.
///
/// @param emergency works in an emergency room (救急外来)
/// @param until the last day at work, or null
/// @param left whether they are out by now
public record StaffAccount(
        StaffId id,
        FacilityId facility,
        String login,
        String name,
        String kana,
        Profession profession,
        boolean desk,
        boolean emergency,
        LocalDate since,
        @Nullable LocalDate until,
        boolean left) {
    public Actor.StaffMember actor() {
        return id.actor();
    }
}
