package hmnet.office.incidents;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;

/// Somebody's reading of a chart that looking the log through found, and that is dealt with as an incident (気づきからの事案).
///
/// @param finding its number
public record FoundReading(
        long finding,
        PersonId person,
        StaffId reader,
        FacilityId facility,
        OffsetDateTime from,
        OffsetDateTime until) {}
