package hmnet.consent.emergency;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// An emergency door that somebody opened to one person (救急の閲覧).
///
/// @param reason a word of `LifeRisk` or `ConsentGiver`; empty under prior consent
/// @param endedAt when it was ended before its time
/// @param widenedAt when the rest of the chart was asked for
/// @param renews the opening that it renews
/// @param disaster the disaster mode under which it was opened, or null
/// @param wordsAt when the reason was said in words
/// @param handedFrom the opening of the crew that handed it on, whose door and reason it bears; or null
/// @param mistakenAt when whoever opened it said that it was the wrong person
public record EmergencyOpening(
        long id,
        PersonId person,
        StaffId staff,
        FacilityId facility,
        String profession,
        EmergencyDoor door,
        String reason,
        OffsetDateTime openedAt,
        OffsetDateTime until,
        @Nullable OffsetDateTime endedAt,
        @Nullable OffsetDateTime widenedAt,
        @Nullable Long renews,
        @Nullable Long disaster,
        @Nullable OffsetDateTime wordsAt,
        boolean sampled,
        @Nullable Long handedFrom,
        @Nullable OffsetDateTime mistakenAt) {
    public boolean isOpen(OffsetDateTime now) {
        return endedAt == null && until.isAfter(now);
    }

    /// Whether it is one of the three doors of emergencies, and none of the disaster mode.
    public boolean isOfEmergency() {
        return door != EmergencyDoor.DISASTER;
    }

    public boolean withoutConsent() {
        return door == EmergencyDoor.BREAK_GLASS;
    }
}
