package hmnet.formats.hl7v2.message;

import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import java.time.OffsetDateTime;

/// A vital sign and when it was measured (バイタルサインの測定, OBX).
public record VitalSign(LabItem item, OffsetDateTime at) {}
