package hmnet.formats.hl7v2.message;

import java.util.List;

/// What ADT-00 tells beside the person (患者基本情報): measures, blood group, insurance, drug allergies.
///
/// @param height in cm, `weight` in kg, `blood` A B O AB; empty when unknown
public record Profile(
        String height, String weight, String blood, List<Insurance> insurances, List<Allergy> allergies) {}
