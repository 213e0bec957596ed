package hmnet.consent.decisions;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.PROCEDURE;
import static hmnet.formats.model.code.RecordKind.PROFILE;
import static hmnet.formats.model.code.RecordKind.VISIT;

import hmnet.consent.consents.EmergencyDoor;

/// The emergency door that a requester has opened to a person, and that stands open now (開いている救急の入口).
///
/// @param whole whether the rest of the chart was asked for, beyond what an emergency needs first
/// @param agreed whether the person's own consent for emergencies holds
record EmergencyBasis(EmergencyDoor door, boolean whole, boolean agreed) {
    /// What the first page needs: allergies, medicines, problems, profiles with infections and blood groups,
    /// implants and other procedures, visits and stays.
    static final long FIRST = ALLERGY.mask()
            | DIAGNOSIS.mask()
            | PRESCRIPTION.mask()
            | DISPENSING.mask()
            | PROFILE.mask()
            | PROCEDURE.mask()
            | VISIT.mask()
            | ADMISSION.mask();

    /// Of persons who are one each must have agreed.
    EmergencyBasis with(EmergencyBasis other) {
        return new EmergencyBasis(door, whole, agreed && other.agreed);
    }

    /// A door under prior consent shuts when that consent ends.
    boolean holds() {
        return switch (door) {
            case PRIOR_CONSENT -> agreed;
            case SCENE_CONSENT, BREAK_GLASS -> true;
        };
    }

    long kinds() {
        return whole ? -1 : FIRST;
    }
}
