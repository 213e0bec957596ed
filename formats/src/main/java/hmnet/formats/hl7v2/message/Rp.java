package hmnet.formats.hl7v2.message;

import java.time.LocalDate;
import java.util.List;

/// Drugs that share one usage (RP).
///
/// @param number RP number
/// @param usage 16-digit standard usage (`JAMISDP01`)
/// @param days days' supply, 0 when it has none (as needed, external)
/// @param route HL70162
public record Rp(String number, CodedText usage, int days, LocalDate start, CodedText route, List<Drug> drugs) {}
