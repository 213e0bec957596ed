package hmnet.consent.decisions;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.people.links.Person;
import org.jspecify.annotations.Nullable;

/// Whether a person's chart opens (開示の判定).
public sealed interface Decision {
    /// It opens, within the grant.
    ///
    /// @param door the emergency door through which it opens; null where it opens by consent and tie
    record Granted(Person person, Grant grant, @Nullable EmergencyDoor door) implements Decision {
        Granted(Person person, Grant grant) {
            this(person, grant, null);
        }
    }

    /// It stays closed.
    record Refused(Reason reason) implements Decision {}

    /// Why a chart stays closed (理由). Told only to one who has shown a tie to the person; to everybody else a
    /// closed, an unknown and a protected person are the same answer.
    enum Reason {
        /// No tie, no such person, or protected: one answer for all three.
        NOT_KNOWN,
        /// 同意の撤回.
        CONSENT_WITHDRAWN,
        /// 未同意.
        CONSENT_MISSING,
        /// The person closed the chart to this facility or this member of staff.
        CLOSED_BY_PERSON,
        /// The requester's facility views nothing.
        FACILITY_DOES_NOT_VIEW,
        /// The requester has the emergency doors alone. The same for every person, known or not.
        EMERGENCY_DOORS_ONLY,
        /// The requester opened far more charts than is usual (閲覧の上限).
        READING_LIMIT;

        /// Whether the reason is told: who asked has shown a tie, or it says nothing of the person.
        public boolean tied() {
            return this != NOT_KNOWN;
        }
    }
}
