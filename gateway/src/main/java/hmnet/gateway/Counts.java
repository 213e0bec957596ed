package hmnet.gateway;

/// The state of a facility's inbox at the centre (受信箱の件数).
public record Counts(long waiting, long accepted, long repaired, long quarantined, long resources, long messages) {}
