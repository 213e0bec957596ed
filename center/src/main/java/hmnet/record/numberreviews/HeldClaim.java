package hmnet.record.numberreviews;

import hmnet.people.patients.PatientClaim;

/// What a message that does not fit says of whom it concerns (保留した患者情報).
public record HeldClaim(long inbox, PatientClaim claim) {}
