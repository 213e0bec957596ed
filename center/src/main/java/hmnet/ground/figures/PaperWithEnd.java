package hmnet.ground.figures;

import java.time.Instant;

/// A certificate or revocation list and its last moment (期限のある証明書).
///
/// @param kind `certificate`, `authority` or `revocation-list`
/// @param use what it is for, such as `mtls`
/// @param name of its holder or issuer, or a facility's code; never of a person
/// @param end after which it counts no more
public record PaperWithEnd(String kind, String use, String name, Instant end) {}
