package hmnet.record.numberreviews;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PatientId;
import java.time.OffsetDateTime;
import java.util.List;

/// A human took back whose some messages are (判断の取消): what was filed of them under the patient leaves every view, and
/// what came for the patient since is filed anew, since the demographics it was compared with were another
/// human's.
///
/// @param inbox the messages
/// @param since the time of the decision
public record WordTakenBack(
        FacilityId facility, PatientId patient, List<Long> inbox, OffsetDateTime since, Requester by) {}
