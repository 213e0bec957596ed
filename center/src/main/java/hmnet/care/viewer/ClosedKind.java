package hmnet.care.viewer;

/// A kind of record that this requester's profession, or a facility's rule, keeps closed (非開示の種別). It
/// is named whether or not there are data.
///
/// @param kinds what is closed, in the reader's words
/// @param why `profession` or `facility`
/// @param facility the facility whose rule it is; empty where the profession closes it
public record ClosedKind(String kinds, String why, String facility) {}
