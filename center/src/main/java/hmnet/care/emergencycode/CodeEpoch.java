package hmnet.care.emergencycode;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A span of time with a signing key of its own (鍵の世代). When one ends, no code signed in it counts any more.
///
/// @param salt published with the withdrawn codes
@SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
record CodeEpoch(
        int number, byte[] salt, Instant began, @Nullable Instant ended) {}
