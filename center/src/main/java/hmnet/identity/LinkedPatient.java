package hmnet.identity;

import hmnet.directory.FacilityId;

/// One facility's patient, linked to a person now (紐付いた患者).
public record LinkedPatient(PatientId patient, FacilityId facility, String number) {}
