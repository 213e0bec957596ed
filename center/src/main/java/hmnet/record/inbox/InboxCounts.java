package hmnet.record.inbox;

/// How many files of a facility stand where, and how many FHIR resources were filed from them (受信件数).
public record InboxCounts(
        long messages, long waiting, long accepted, long repaired, long quarantined, long resources) {}
