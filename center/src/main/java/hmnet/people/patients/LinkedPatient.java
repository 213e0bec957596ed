package hmnet.people.patients;

import hmnet.ground.directory.FacilityId;

/// One facility's patient, linked to a person now (紐付いた患者).
///
/// @param tied whether the facility's own desk, or a take-over, made the link; a matched one is no tie
public record LinkedPatient(PatientId patient, FacilityId facility, String number, boolean tied) {}
