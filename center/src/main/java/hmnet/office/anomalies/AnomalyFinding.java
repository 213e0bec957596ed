package hmnet.office.anomalies;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What looking the log through found (監査の気づき): by one rule, of one reader, one person and one day.
///
/// @param person null for VOLUME, which is about many
/// @param day in Japan
/// @param times views of that day; of VOLUME the most persons in one hour of it
/// @param closing null while it is open
record AnomalyFinding(
        long id,
        AnomalyRule rule,
        StaffId staff,
        FacilityId facility,
        @Nullable PersonId person,
        LocalDate day,
        int weight,
        int times,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt,
        @Nullable FindingClosing closing) {
    /// What was decided of it (気づきの結論).
    ///
    /// @param incident what it became, or null
    record FindingClosing(
            FindingOutcome outcome,
            String words,
            StaffId by,
            OffsetDateTime at,
            @Nullable Long incident) {}
}
