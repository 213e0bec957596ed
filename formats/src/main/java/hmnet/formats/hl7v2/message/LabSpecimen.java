package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;
import java.util.List;

/// A specimen and what was asked of it or found in it (検体, SPM with OBR and OBX).
///
/// @param type material, such as `023 血清 JC10`
/// @param panel what was ordered (OBR-4)
/// @param reportedAt OBR-22
public record LabSpecimen(
        String id,
        CodedText type,
        OffsetDateTime collectedAt,
        CodedText panel,
        OffsetDateTime reportedAt,
        List<LabItem> items) {}
