package hmnet.formats.fhir;

import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import java.util.regex.Pattern;

/// An allergy, an adverse reaction or their denial as JP_AllergyIntolerance (アレルギー・副作用歴).
final class AllergyJson {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?");
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    private AllergyJson() {}

    static void write(Bundle bundle, String key, AllergyItem item) {
        var json = bundle.start("AllergyIntolerance", key, "JP_AllergyIntolerance");
        json.concept("clinicalStatus", TERMS + "allergyintolerance-clinical", clinical(item.status()), "");
        json.concept("verificationStatus", TERMS + "allergyintolerance-verification", verified(item.status()), "");
        boolean denied = item.status() == AllergyStatus.DENIED;
        if (!denied) {
            json.text("type", type(item.type()));
        }
        var category = category(item.category());
        if (!category.isEmpty()) {
            json.openList("category").value(category).closeList();
        }
        json.open("code").openList("coding");
        if (denied) {
            json.coding(CodingSystems.uri("SNOMED"), denial(category), "");
        } else {
            json.coding(item.system(), item.code(), item.name());
        }
        json.closeList().text("text", item.name()).close().reference("patient", bundle.patient());
        json.text(isDate(item.since()) ? "onsetDateTime" : "onsetString", item.since());
        json.text("recordedDate", item.recorded());
        json.notes(item.notes());
        if (!denied) {
            reaction(json, item);
        }
        bundle.end();
    }

    /// A reaction has a manifestation in FHIR, though its severity may be all that was said.
    private static void reaction(FhirJson json, AllergyItem item) {
        if (item.reaction().isBlank() && severity(item.severity()).isEmpty()) {
            return;
        }
        json.openList("reaction").open().openList("manifestation").open();
        json.text("text", item.reaction().isBlank() ? "症状の記載なし" : item.reaction());
        json.close()
                .closeList()
                .text("severity", severity(item.severity()))
                .close()
                .closeList();
    }

    private static String clinical(AllergyStatus status) {
        return switch (status) {
            case PRESENT, UNCONFIRMED, DENIED -> "active";
            // FHIR wants one of whatever was not entered in error (ait-1).
            case INACTIVE, REFUTED -> "inactive";
            case RESOLVED -> "resolved";
        };
    }

    private static String verified(AllergyStatus status) {
        return switch (status) {
            case UNCONFIRMED -> "unconfirmed";
            case REFUTED -> "refuted";
            case PRESENT, DENIED, INACTIVE, RESOLVED -> "confirmed";
        };
    }

    private static String type(AllergyType type) {
        return switch (type) {
            case ALLERGY -> "allergy";
            case ADVERSE_REACTION, INTOLERANCE -> "intolerance";
            case UNSAID -> "";
        };
    }

    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    private static String category(String hl7) {
        return switch (hl7) {
            case "DA" -> "medication";
            case "FA" -> "food";
            case "EA", "PA", "LA", "AA" -> "environment";
            // From outside: HL7 table 0127.
            default -> "";
        };
    }

    /// SNOMED CT: no known allergy, of drugs, of food, of the environment.
    private static String denial(String category) {
        return switch (category) {
            case "medication" -> "409137002";
            case "food" -> "429625007";
            case "environment" -> "428607008";
            // Also of a category that SNOMED CT has no denial for.
            default -> "716186003";
        };
    }

    private static String severity(String hl7) {
        return switch (hl7) {
            case "SV" -> "severe";
            case "MO" -> "moderate";
            case "MI" -> "mild";
            // From outside: HL7 table 0128.
            default -> "";
        };
    }
}
