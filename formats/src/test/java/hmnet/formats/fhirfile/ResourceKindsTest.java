package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.model.code.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which row of the chart a resource belongs to, by the codes FHIR R4, JP Core and JAMI give it.
class ResourceKindsTest {
    private static final String ROUTE = "http://terminology.hl7.org/CodeSystem/v2-0162";
    private static final String BASIC = "urn:oid:1.2.392.200250.2.2.20.30";
    private static final String DETAIL = "urn:oid:1.2.392.200250.2.2.20.40";

    private static void is(RecordKind kind, String type, String members) throws Unreadable {
        var json = "{\"resourceType\":\"" + type + "\"," + members + "}";
        assertThat(Kinds.of(new Resource(
                        "",
                        JsonDocument.read(json.getBytes(StandardCharsets.UTF_8)).getFirst())))
                .as(json)
                .isEqualTo(kind);
    }

    private static String drug(String dosage) {
        return "\"medicationCodeableConcept\":{\"text\":\"架空薬\"},\"authoredOn\":\"2026-04-06\"," + dosage;
    }

    private static String coded(String element, String system, String code) {
        return "{\"" + element + "\":{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}]}}";
    }

    @Test
    void whatGoesThroughANeedleIsAnInjection() throws Unreadable {
        for (var route : List.of("IV", "IM", "SC", "IVD", "IVP")) {
            is(
                    RecordKind.INJECTION,
                    "MedicationRequest",
                    drug("\"dosageInstruction\":[" + coded("route", ROUTE, route) + "]"));
        }
        var given = "\"medicationCodeableConcept\":{\"text\":\"架空注\"},\"effectiveDateTime\":\"2026-04-06\",";
        is(RecordKind.INJECTION, "MedicationAdministration", given + "\"dosage\":" + coded("route", ROUTE, "IV"));
        is(RecordKind.INJECTION, "MedicationAdministration", given + "\"dosage\":" + coded("method", DETAIL, "30"));
        is(
                RecordKind.INJECTION,
                "MedicationDispense",
                drug("\"dosageInstruction\":[" + coded("method", BASIC, "3") + "]"));
        is(RecordKind.INJECTION, "MedicationStatement", drug("\"dosage\":[" + coded("route", ROUTE, "SC") + "]"));
        is(RecordKind.INJECTION, "MedicationRequest", """
                "meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_MedicationRequest_Injection"]},""" + drug("\"intent\":\"order\""));
    }

    @Test
    void whatIsSwallowedOrSpreadIsNoInjection() throws Unreadable {
        is(
                RecordKind.PRESCRIPTION,
                "MedicationRequest",
                drug("\"dosageInstruction\":[" + coded("route", ROUTE, "PO") + "]"));
        is(
                RecordKind.PRESCRIPTION,
                "MedicationRequest",
                drug("\"dosageInstruction\":[" + coded("method", BASIC, "1") + "]"));
        is(
                RecordKind.PRESCRIPTION,
                "MedicationRequest",
                drug("\"dosageInstruction\":[" + coded("method", DETAIL, "23") + "]"));
        is(RecordKind.DISPENSING, "MedicationDispense", drug("\"dosageInstruction\":[{\"text\":\"塗布\"}]"));
        is(RecordKind.DISPENSING, "MedicationStatement", drug("\"dosage\":[{\"text\":\"朝食後\"}]"));
        // A code of another table that happens to begin as the class of injections does.
        is(
                RecordKind.PRESCRIPTION,
                "MedicationRequest",
                drug("\"dosageInstruction\":[" + coded("method", "urn:x:own", "3") + "]"));
    }

    private static String measured(String category) {
        return "\"category\":[{\"coding\":[{\"code\":\"" + category
                + "\"}]}],\"code\":{\"text\":\"架空項目\"},\"effectiveDateTime\":\"2026-04-06\",\"valueString\":\"あり\"";
    }

    @Test
    void aCategorySaysWhichRowAnObservationIsOf() throws Unreadable {
        is(RecordKind.LABORATORY, "Observation", measured("laboratory"));
        is(RecordKind.VITAL, "Observation", measured("vital-signs"));
        is(RecordKind.REPORT, "Observation", measured("imaging"));
        is(RecordKind.REPORT, "Observation", measured("procedure"));
        is(RecordKind.DOCUMENT, "Observation", measured("exam"));
        is(RecordKind.DOCUMENT, "Observation", measured("social-history"));
        is(RecordKind.DOCUMENT, "Observation", measured("survey"));
        is(RecordKind.LABORATORY, "Observation", "\"code\":{\"text\":\"架空項目\"},\"valueString\":\"あり\"");
        is(RecordKind.VITAL, "Observation", """
                "meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_Observation_BodyMeasurement|1.1.2"]},
                "code":{"text":"体重"},"valueQuantity":{"value":52,"unit":"kg"}""");
    }

    @Test
    void everyObservationOfACheckupIsOfTheCheckup() throws Unreadable {
        for (var profile : List.of(
                "JP_Observation_eCheckupGeneral",
                "JP_Observation_MunicipalCheckup",
                "JP_Observation_SPECIFIC-HEALTH-CHECKUP")) {
            is(
                    RecordKind.CHECKUP,
                    "Observation",
                    "\"meta\":{\"profile\":[\"http://jpfhir.jp/fhir/x/" + profile + "\"]}," + measured("laboratory"));
        }
    }

    @Test
    void aReportOfTheLaboratoryIsResultsAndAnyOtherAReport() throws Unreadable {
        var said = "\"code\":{\"text\":\"架空検査\"},\"effectiveDateTime\":\"2026-04-06\",\"conclusion\":\"異常なし\"";
        for (var category : List.of("LAB", "laboratory", "108252007", "LP29693-6", "11502-2")) {
            is(
                    RecordKind.LABORATORY,
                    "DiagnosticReport",
                    "\"category\":[{\"coding\":[{\"code\":\"" + category + "\"}]}]," + said);
        }
        is(RecordKind.LABORATORY, "DiagnosticReport", """
                "meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_DiagnosticReport_LabResult"]},""" + said);
        is(RecordKind.REPORT, "DiagnosticReport", "\"category\":[{\"coding\":[{\"code\":\"LP29684-5\"}]}]," + said);
        is(RecordKind.REPORT, "DiagnosticReport", said);
        is(
                RecordKind.LAB_ORDER,
                "ServiceRequest",
                "\"intent\":\"order\",\"category\":[{\"coding\":[{\"code\":\"108252007\"}]}],\"code\":{\"text\":\"血算\"}");
        is(RecordKind.PROCEDURE, "ServiceRequest", "\"intent\":\"order\",\"code\":{\"text\":\"理学療法\"}");
    }

    @Test
    void whoLiesInABedIsAdmittedAndWhoComesIsAVisitor() throws Unreadable {
        for (var bed : List.of("IMP", "ACUTE", "NONAC")) {
            is(
                    RecordKind.ADMISSION,
                    "Encounter",
                    "\"class\":{\"code\":\"" + bed + "\"},\"period\":{\"start\":\"2026-04-01\"}");
        }
        for (var visit : List.of("AMB", "EMER", "HH", "VR")) {
            is(
                    RecordKind.VISIT,
                    "Encounter",
                    "\"class\":{\"code\":\"" + visit + "\"},\"period\":{\"start\":\"2026-04-01\"}");
        }
    }

    @Test
    void everyTypeThatTellsOfThePersonHasItsRow() throws Unreadable {
        var about = "\"code\":{\"text\":\"架空\"},\"date\":\"2026-04-06\"";
        is(RecordKind.DIAGNOSIS, "Condition", about);
        is(RecordKind.ALLERGY, "AllergyIntolerance", about);
        is(RecordKind.REPORT, "ImagingStudy", "\"started\":\"2026-04-06\",\"description\":\"胸部CT\"");
        is(RecordKind.REPORT, "Media", "\"type\":{\"text\":\"写真\"},\"content\":{\"contentType\":\"image/png\"}");
        for (var type : List.of("Procedure", "Immunization", "DeviceUseStatement", "DeviceRequest", "NutritionOrder")) {
            is(RecordKind.PROCEDURE, type, about);
        }
        for (var type : List.of(
                "Composition",
                "DocumentReference",
                "QuestionnaireResponse",
                "CarePlan",
                "Communication",
                "Consent",
                "ClinicalImpression",
                "Goal",
                "RiskAssessment",
                "CareTeam",
                "CommunicationRequest",
                "List",
                "Flag",
                "Basic",
                "DocumentManifest",
                "DetectedIssue")) {
            is(RecordKind.DOCUMENT, type, about);
        }
    }
}
