package hmnet.formats.kenshin;

/// What entitles to a check-up (受診券・利用券).
///
/// @param kind 1 受診券, 2 利用券
/// @param number 11 digits
/// @param expires `yyyyMMdd`
record Ticket(String kind, String number, String insurer, String expires) {}
