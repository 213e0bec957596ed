package hmnet.consent.decisions;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.PROCEDURE;
import static hmnet.formats.model.code.RecordKind.PROFILE;
import static hmnet.formats.model.code.RecordKind.VISIT;
import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.consent.consents.EmergencyDoor;

/// The emergency door that a requester has opened to a person, and that stands open now (開いている救急の入口).
///
/// @param whole whether the rest of the chart was asked for, beyond what an emergency needs first
/// @param agreed whether the person's own consent for emergencies holds
/// @param consented whether the person's consent for care is given
/// @param hidden whether the person is protected
record EmergencyBasis(EmergencyDoor door, boolean whole, boolean agreed, boolean consented, boolean hidden) {
    /// What the first page needs: allergies, medicines, problems, profiles with infections and blood groups,
    /// implants and other procedures, visits and stays, and how pressure and weight go.
    static final long FIRST = ALLERGY.mask()
            | DIAGNOSIS.mask()
            | PRESCRIPTION.mask()
            | DISPENSING.mask()
            | PROFILE.mask()
            | PROCEDURE.mask()
            | VISIT.mask()
            | ADMISSION.mask()
            | VITAL.mask();

    /// Of persons who are one each must have agreed.
    EmergencyBasis with(EmergencyBasis other) {
        return new EmergencyBasis(
                door, whole, agreed && other.agreed, consented && other.consented, hidden || other.hidden);
    }

    /// A door under prior consent shuts when that consent ends. That of the disaster mode opens to many who have no
    /// tie, and so to no protected person, and to nobody who agreed to nothing.
    boolean holds() {
        return switch (door) {
            case PRIOR_CONSENT -> agreed;
            case SCENE_CONSENT, BREAK_GLASS -> true;
            case DISASTER -> !hidden && (agreed || consented);
        };
    }

    /// Who agreed to care alone did not agree to more kinds because of a disaster.
    ///
    /// @param shown the kinds that the person's consent for care shows
    long kinds(long shown) {
        return switch (door) {
            case PRIOR_CONSENT, SCENE_CONSENT, BREAK_GLASS -> whole ? -1 : FIRST;
            case DISASTER -> agreed ? FIRST : FIRST & shown;
        };
    }
}
