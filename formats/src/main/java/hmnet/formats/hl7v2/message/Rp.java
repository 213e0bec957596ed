package hmnet.formats.hl7v2.message;

import hmnet.formats.hl7v2.message.Rp.Drug;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// Drugs that share one usage (RP).
///
/// @param number RP number
/// @param usage 16-digit standard usage (`JAMISDP01`)
/// @param days days' supply, 0 when it has none (as needed, external)
/// @param route HL70162
public record Rp(String number, CodedText usage, int days, LocalDate start, CodedText route, List<Drug> drugs) {
    /// One drug of a prescription (薬剤, RXE).
    ///
    /// @param code HOT9, YJ or local code
    /// @param dose single dose, `unit` its unit (MR9P)
    /// @param daily dose per day, `total` what is dispensed in all, in the same unit; empty when not given
    public record Drug(CodedText code, String dose, CodedText unit, String daily, String total) {}

    /// One drug as it was given (実施, RXA).
    ///
    /// @param rp RP number of the order
    public record Administration(
            String rp, OffsetDateTime start, OffsetDateTime end, Drug drug, CodedText route, Doctor by) {}
}
