package hmnet.formats.hl7v2.message;

import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
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
        List<LabItem> items) {
    /// One laboratory result (検査結果項目, OBX).
    ///
    /// @param code JLAC10, 17 digits (`JC10`)
    /// @param local the facility's own code for it, or `CodedText.NONE`
    /// @param type NM, SN, ST or CWE (OBX-2)
    /// @param value as written; for SN the parts joined by `^`, for CWE `code^text^system`
    /// @param range such as `3.7-5.5`
    /// @param flag H, L, N or empty
    /// @param status F final, P preliminary, C corrected, D deleted (HL70085)
    public record LabItem(
            CodedText code,
            CodedText local,
            String type,
            String value,
            CodedText unit,
            String range,
            String flag,
            String status) {}

    /// A vital sign and when it was measured (バイタルサインの測定, OBX).
    public record VitalSign(LabItem item, OffsetDateTime at) {}
}
