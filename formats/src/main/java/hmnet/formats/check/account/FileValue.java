package hmnet.formats.check.account;

/// A field of a file that holds a value (値のある項目).
///
/// @param scope within the format, where one place means another thing in each: `RDE^O11`, `OMP-01`, `uke-ika`
/// @param path of the field in the format's own terms, what repeats folded: `RXE-7.2`, `201[7]`,
///     `MedicationRequest.dosageInstruction.text`; with `+` where it is not in the first of a list
/// @param line from 1, 0 where the format has no lines
record FileValue(String scope, String path, String value, int line) {}
