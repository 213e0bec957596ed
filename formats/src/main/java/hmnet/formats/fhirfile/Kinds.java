package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.code.LabSafety;
import hmnet.formats.model.code.RecordKind;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which sheet a resource belongs to (資源の種別).
final class Kinds {
    /// What only says who and where, and travels with what names it.
    private static final Set<String> SUPPORTING = Set.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "Specimen",
            "Medication",
            "Device",
            "RelatedPerson",
            "BodyStructure",
            "Substance",
            "Endpoint",
            "Binary",
            "HealthcareService");

    private Kinds() {}

    static boolean isSupporting(Resource resource) {
        return SUPPORTING.contains(resource.type());
    }

    /// Whether it tells of a drug ordered, dispensed, given or taken.
    static boolean isDrug(Resource resource) {
        return resource.type().startsWith("Medication") && !isSupporting(resource);
    }

    /// Null for what tells of no patient, or only who the patient is.
    static @Nullable RecordKind of(Resource resource) {
        return switch (resource.type()) {
            case "Condition" -> RecordKind.DIAGNOSIS;
            case "AllergyIntolerance" -> RecordKind.ALLERGY;
            case "MedicationRequest", "MedicationAdministration" ->
                injection(resource) ? RecordKind.INJECTION : RecordKind.PRESCRIPTION;
            case "MedicationDispense", "MedicationStatement" ->
                injection(resource) ? RecordKind.INJECTION : RecordKind.DISPENSING;
            case "Observation" -> observation(resource);
            case "DiagnosticReport" -> laboratory(resource) ? RecordKind.LABORATORY : RecordKind.REPORT;
            case "ImagingStudy", "Media" -> RecordKind.REPORT;
            case "Encounter", "EpisodeOfCare" ->
                Set.of("IMP", "ACUTE", "NONAC").contains(resource.text("class.code"))
                        ? RecordKind.ADMISSION
                        : RecordKind.VISIT;
            case "Procedure", "Immunization", "DeviceUseStatement", "DeviceRequest", "NutritionOrder" ->
                RecordKind.PROCEDURE;
            case "ServiceRequest" -> laboratory(resource) ? RecordKind.LAB_ORDER : RecordKind.PROCEDURE;
            case "Composition",
                    "DocumentReference",
                    "QuestionnaireResponse",
                    "CarePlan",
                    "Communication",
                    "Consent",
                    "FamilyMemberHistory",
                    "ClinicalImpression",
                    "Goal",
                    "RiskAssessment",
                    "ResearchSubject",
                    "CareTeam",
                    "CommunicationRequest",
                    "List",
                    "Flag",
                    "Basic",
                    "DocumentManifest",
                    "DetectedIssue" -> RecordKind.DOCUMENT;
            default -> null;
        };
    }

    /// Whether a row of this kind draws it: of a check-up every observation, of results their report too.
    static boolean isOf(Resource resource, RecordKind kind) {
        return of(resource) == kind
                || kind == RecordKind.CHECKUP && resource.is("Observation")
                || kind == RecordKind.LAB_SAFETY && resource.is("DiagnosticReport");
    }

    private static boolean injection(Resource resource) {
        return resource.hasProfile("Injection")
                || Stream.of("dosageInstruction.", "dosage.")
                        .flatMap(dosage -> Stream.concat(
                                resource.all(dosage + "route.coding").stream(),
                                resource.all(dosage + "method.coding").stream()))
                        .anyMatch(Kinds::isInjection);
    }

    /// By the route, or by 用法の基本区分 3 and its details (注射).
    private static boolean isInjection(JsonValue coding) {
        var code = coding.text("code");
        boolean method = coding.text("system").endsWith("200250.2.2.20.30")
                || coding.text("system").endsWith("200250.2.2.20.40");
        return method
                ? code.startsWith("3")
                : Set.of("IV", "IM", "SC", "IVD", "IVP").contains(code);
    }

    private static RecordKind observation(Resource resource) {
        if (checkup(resource)) {
            return RecordKind.CHECKUP;
        }
        var categories = resource.all("category.coding.code").stream()
                .map(each -> each.text())
                .toList();
        if (categories.contains("laboratory")) {
            return resource.all("code.coding.code").stream().anyMatch(code -> LabSafety.holds(code.text()))
                    ? RecordKind.LAB_SAFETY
                    : RecordKind.LABORATORY;
        }
        if (categories.contains("vital-signs") || resource.hasProfile("BodyMeasurement")) {
            return RecordKind.VITAL;
        }
        return categories.contains("imaging") || categories.contains("procedure")
                ? RecordKind.REPORT
                : categories.contains("exam") || categories.contains("social-history") || categories.contains("survey")
                        ? RecordKind.DOCUMENT
                        : RecordKind.LABORATORY;
    }

    static boolean checkup(Resource resource) {
        return resource.profiles()
                .anyMatch(profile -> profile.contains("eCheckup")
                        || profile.contains("MunicipalCheckup")
                        || profile.contains("SPECIFIC-HEALTH"));
    }

    private static boolean laboratory(Resource resource) {
        return resource.hasProfile("LabResult")
                || resource.all("category.coding.code").stream()
                        .anyMatch(code -> Set.of("LAB", "laboratory", "108252007", "LP29693-6", "11502-2")
                                .contains(code.text()));
    }
}
