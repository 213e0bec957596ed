package hmnet.formats.hl7v2.message;

import hmnet.formats.hl7v2.message.Rp.Drug;
import java.time.OffsetDateTime;

/// One drug as it was given (実施, RXA).
///
/// @param rp RP number of the order
public record Administration(
        String rp, OffsetDateTime start, OffsetDateTime end, Drug drug, CodedText route, Doctor by) {}
