package hmnet.ground.directory;

/// The network's own number of a person who works at a facility (利用者ID).
public record StaffId(long value) {}
