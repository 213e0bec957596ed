package hmnet.record.numberreviews;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import java.util.List;

/// A human took back whose some messages are (判断の取消): what was filed of them under the patient leaves every view.
///
/// @param inbox the messages
public record WordTakenBack(FacilityId facility, PatientId patient, List<Long> inbox) {}
