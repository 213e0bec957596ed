package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;

/// A vital sign and when it was measured (バイタルサインの測定, OBX).
public record VitalSign(LabItem item, OffsetDateTime at) {}
