package hmnet.care.devicecopies;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A copy that was handed to a device (端末に渡した控え).
///
/// @param staff who fetched it
/// @param until when its keys go
public record HandedCopy(UUID copy, UUID person, long staff, OffsetDateTime at, OffsetDateTime until) {}
