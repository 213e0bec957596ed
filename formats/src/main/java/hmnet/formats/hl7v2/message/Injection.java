package hmnet.formats.hl7v2.message;

import hmnet.formats.hl7v2.message.Rp.Drug;
import java.time.OffsetDateTime;
import java.util.List;

/// One mixture that is injected or infused together (注射 RP, RXE with RXC).
///
/// @param total volume in mL, `rate` in mL per hour; empty when not given
public record Injection(
        String number,
        String total,
        String rate,
        OffsetDateTime start,
        OffsetDateTime end,
        CodedText route,
        List<Drug> ingredients) {}
