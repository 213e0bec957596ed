package hmnet.ground.approval;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one person proposed, and what a second one said to it (提案と承認).
///
/// @param what is proposed of the subject, in its owner's words; empty where the kind says it all
/// @param asOf what the proposer saw, in one number; 0 where nothing can change
/// @param second who confirmed, refused or withdrew it; null while it waits, and when it lapsed
public record Approval(
        long id,
        Subject subject,
        String what,
        String why,
        long asOf,
        Actor.StaffMember by,
        OffsetDateTime at,
        ApprovalState state,
        Actor.@Nullable StaffMember second) {
    /// How it stands (状態). The word in the database is the name in small letters.
    public enum ApprovalState implements ColumnWord {
        /// It waits for a second person.
        OPEN,
        CONFIRMED,
        /// A second person said otherwise.
        REFUSED,
        /// Its proposer took it back.
        WITHDRAWN,
        /// What it was about is no longer what its proposer saw.
        LAPSED;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean waits() {
        return state == ApprovalState.OPEN;
    }
}
