package hmnet.record.ownrecords;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;

/// An entry and the chart that it stands in (保存されている本人の記録). Persons found to be one may have a chart each:
/// what is put right is put right where it stands.
public record StandingEntry(OwnEntry entry, FacilityId facility, PatientId patient) {}
