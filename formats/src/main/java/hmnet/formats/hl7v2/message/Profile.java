package hmnet.formats.hl7v2.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What ADT-00 tells beside the person (患者基本情報): measures, blood group, insurance, drug allergies.
///
/// @param height in cm, `weight` in kg, `blood` A B O AB; empty when unknown
public record Profile(String height, String weight, String blood, List<Insurance> insurances, List<Allergy> allergies) {
    /// One allergy (アレルギー, IAM).
    ///
    /// @param category HL70127, such as DA
    /// @param severity HL70128 (SV MO MI)
    /// @param onset YYYY, YYYYMM or YYYYMMDD, or empty
    /// @param action A add, D delete, U update (HL70323)
    public record Allergy(
            CodedText category, CodedText allergen, CodedText severity, String reaction, String onset, String action) {}

    /// Health insurance (保険, IN1).
    ///
    /// @param plan kind of insurance (JHSD0001)
    /// @param relation to the insured (HL70063), such as SEL
    public record Insurance(
            CodedText plan,
            String insurerNumber,
            String symbol,
            String number,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            CodedText relation) {}
}
