package hmnet.formats.base.hl7;

/// Something a sender got wrong and a reader could put right without guessing (修復).
///
/// @param code a stable kebab-case word, such as `pid3-padded`; the words for people are the reader's business
/// @param where the place in the source, such as `PID-3` or `line 7`
/// @param detail what was found there
public record Repair(String code, String where, String detail) {}
