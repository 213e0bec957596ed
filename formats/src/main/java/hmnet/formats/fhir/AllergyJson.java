package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract;

/// An allergy or its denial as JP_AllergyIntolerance (アレルギー), from IAM or AL1.
public final class AllergyJson {
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    private AllergyJson() {}

    /// @param allergen the segment, IAM or AL1; both hold the allergen in their third field
    public static void write(Bundle bundle, String key, AllergyExtract.AllergyItem item, Segment allergen) {
        var json = bundle.start("AllergyIntolerance", key, "JP_AllergyIntolerance");
        json.concept("clinicalStatus", TERMS + "allergyintolerance-clinical", "active", "");
        verification(json, allergen);
        boolean denied = item.status().equals("denied");
        if (!denied) {
            json.text("type", type(allergen));
        }
        if (!category(item.category()).isEmpty()) {
            json.openList("category").value(category(item.category())).closeList();
        }
        if (denied) {
            json.open("code").openList("coding");
            json.coding(CodingSystems.uri("SNOMED"), denial(category(item.category())), "");
            json.closeList().text("text", item.name()).close();
        } else {
            json.concept("code", allergen, 3);
        }
        json.reference("patient", bundle.patient());
        onset(json, allergen);
        if (!denied && !item.reaction().isBlank()) {
            json.openList("reaction").open().openList("manifestation");
            json.open().text("text", item.reaction()).close().closeList();
            json.text("severity", severity(item.severity())).close().closeList();
        }
        bundle.end();
    }

    /// Without a segment: the allergen by its name and the sender's code.
    static void write(Bundle bundle, String key, AllergyExtract.AllergyItem item) {
        var json = bundle.start("AllergyIntolerance", key, "JP_AllergyIntolerance");
        json.concept("clinicalStatus", TERMS + "allergyintolerance-clinical", "active", "");
        boolean denied = item.status().equals("denied");
        if (!category(item.category()).isEmpty()) {
            json.openList("category").value(category(item.category())).closeList();
        }
        json.open("code").openList("coding");
        json.coding(
                denied ? CodingSystems.uri("SNOMED") : "",
                denied ? denial(category(item.category())) : item.code(),
                "");
        json.closeList().text("text", item.name()).close().reference("patient", bundle.patient());
        json.text("onsetString", item.since());
        if (!denied && !item.reaction().isBlank()) {
            json.openList("reaction").open().openList("manifestation");
            json.open().text("text", item.reaction()).close().closeList();
            json.text("severity", severity(item.severity())).close().closeList();
        }
        bundle.end();
    }

    private static void verification(FhirJson json, Segment allergen) {
        var status = allergen.is("IAM") ? allergen.text(17) : "";
        var verified = switch (status) {
            case "C" -> "confirmed";
            case "U", "P", "S", "D" -> "unconfirmed";
            default -> "";
        };
        if (!verified.isEmpty()) {
            json.concept("verificationStatus", TERMS + "allergyintolerance-verification", verified, "");
        }
    }

    private static void onset(FhirJson json, Segment allergen) {
        var date = Hl7Time.fhir(allergen.text(allergen.is("IAM") ? 11 : 6));
        if (!date.isEmpty()) {
            json.text("onsetDateTime", date);
        } else if (allergen.is("IAM")) {
            json.text("onsetString", allergen.text(12));
        }
        if (allergen.is("IAM")) {
            json.text("recordedDate", Hl7Time.fhir(allergen.text(13)));
        }
    }

    private static String type(Segment allergen) {
        return allergen.is("IAM") && allergen.text(9).equals("IN") ? "intolerance" : "allergy";
    }

    private static String category(String hl7) {
        return switch (hl7) {
            case "DA" -> "medication";
            case "FA" -> "food";
            case "EA", "PA", "LA", "AA" -> "environment";
            default -> "";
        };
    }

    /// SNOMED CT: no known allergy, of drugs, of food, of the environment.
    private static String denial(String category) {
        return switch (category) {
            case "medication" -> "409137002";
            case "food" -> "429625007";
            case "environment" -> "428607008";
            default -> "716186003";
        };
    }

    private static String severity(String hl7) {
        return switch (hl7) {
            case "SV" -> "severe";
            case "MO" -> "moderate";
            case "MI" -> "mild";
            default -> "";
        };
    }
}
