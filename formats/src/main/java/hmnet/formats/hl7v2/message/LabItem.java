package hmnet.formats.hl7v2.message;

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
