package hmnet.formats.hl7v2.message;

/// One drug of a prescription (薬剤, RXE).
///
/// @param code HOT9, YJ or local code
/// @param dose single dose, `unit` its unit (MR9P)
/// @param daily dose per day, `total` what is dispensed in all, in the same unit; empty when not given
public record Drug(CodedText code, String dose, CodedText unit, String daily, String total) {}
