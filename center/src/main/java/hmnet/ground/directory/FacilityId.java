package hmnet.ground.directory;

/// The network's own number of a facility (施設ID); it outlives codes, names and owners.
public record FacilityId(long value) {}
