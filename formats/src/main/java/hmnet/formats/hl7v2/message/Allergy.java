package hmnet.formats.hl7v2.message;

/// One allergy (アレルギー, IAM).
///
/// @param category HL70127, such as DA
/// @param severity HL70128 (SV MO MI)
/// @param onset YYYY, YYYYMM or YYYYMMDD, or empty
/// @param action A add, D delete, U update (HL70323)
public record Allergy(
        CodedText category, CodedText allergen, CodedText severity, String reaction, String onset, String action) {}
