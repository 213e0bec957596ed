package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What lists draw of diagnoses, allergies, stays, acts and documents
/// (病名・アレルギー・入退院・処置・文書の抜粋).
final class Clinical {
    private Clinical() {}

    static DiagnosisExtract diagnosis(Resource condition) {
        var disease = Codes.concept(condition.node().at("code"));
        var verification = condition.text("verificationStatus.coding.code");
        return new DiagnosisExtract(
                disease.shown(),
                disease.first().code(),
                disease.code(CodingSystems.ICD10),
                onset(condition),
                day(condition.text("abatementDateTime")),
                outcome(condition.text("clinicalStatus.coding.code")),
                verification.equals("provisional")
                        || verification.equals("unconfirmed")
                        || verification.equals("differential"),
                condition.all("category.coding.code").stream()
                        .anyMatch(code -> code.text().equals("principal-diagnosis")),
                verification.equals("refuted") ? CareState.REFUTED : CareState.ACTIVE,
                "",
                notes(condition));
    }

    private static List<String> notes(Resource resource) {
        return resource.all("note.text").stream()
                .map(JsonValue::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static String onset(Resource condition) {
        var onset = day(condition.text("onsetDateTime"));
        return onset.isEmpty() ? day(condition.text("recordedDate")) : onset;
    }

    private static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private static String outcome(String clinical) {
        return switch (clinical) {
            case "inactive" -> "非活動性";
            case "remission" -> "寛解";
            case "resolved" -> "治ゆ";
            default -> "";
        };
    }

    static AllergyExtract allergies(List<Resource> allergies) {
        return new AllergyExtract(allergies.stream().map(Clinical::allergy).toList());
    }

    private static AllergyExtract.AllergyItem allergy(Resource allergy) {
        var code = Codes.concept(allergy.node().at("code"));
        boolean denied = code.codes().stream().anyMatch(each -> each.code().equals("716186003"));
        var sent = Codes.main(code);
        return new AllergyExtract.AllergyItem(
                switch (allergy.text("category")) {
                    case "food" -> "FA";
                    case "medication" -> "DA";
                    case "environment" -> "EA";
                    default -> "";
                },
                code.shown(),
                sent.code(),
                sent.system(),
                switch (allergy.text("criticality")) {
                    case "high" -> "SV";
                    case "low" -> "MI";
                    default -> "";
                },
                Codes.concept(allergy.node().at("reaction.manifestation")).shown(),
                day(allergy.text("onsetDateTime")),
                status(allergy, denied),
                switch (allergy.text("type")) {
                    case "allergy" -> AllergyExtract.AllergyType.ALLERGY;
                    case "intolerance" -> AllergyExtract.AllergyType.INTOLERANCE;
                    // From outside: not said.
                    default -> AllergyExtract.AllergyType.UNSAID;
                },
                day(allergy.text("recordedDate")),
                notes(allergy));
    }

    private static AllergyExtract.AllergyStatus status(Resource allergy, boolean denied) {
        if (denied) {
            return AllergyExtract.AllergyStatus.DENIED;
        }
        if (allergy.text("verificationStatus.coding.code").equals("refuted")) {
            return AllergyExtract.AllergyStatus.REFUTED;
        }
        return switch (allergy.text("clinicalStatus.coding.code")) {
            case "inactive" -> AllergyExtract.AllergyStatus.INACTIVE;
            case "resolved" -> AllergyExtract.AllergyStatus.RESOLVED;
            // From outside: active, or not said.
            default ->
                allergy.text("verificationStatus.coding.code").equals("unconfirmed")
                        ? AllergyExtract.AllergyStatus.UNCONFIRMED
                        : AllergyExtract.AllergyStatus.PRESENT;
        };
    }

    static StayExtract stay(Resource encounter, OffsetDateTime at) {
        boolean inpatient = Kinds.of(encounter) == RecordKind.ADMISSION;
        var start = FhirTime.at(encounter.text("period.start"));
        var end = FhirTime.at(encounter.text("period.end"));
        return new StayExtract(
                !inpatient ? "visit" : end == null ? "admitted" : "discharged",
                encounter.text("serviceType.text"),
                encounter.text("location.location.display"),
                "",
                encounter.text("participant.individual.display"),
                at,
                inpatient ? start : null,
                inpatient ? end : null,
                Codes.concept(encounter.node().at("hospitalization.dischargeDisposition"))
                        .shown(),
                List.of());
    }

    static ProcedureExtract act(Resource resource) {
        var about = about(resource);
        var code = Codes.main(about);
        return new ProcedureExtract(
                resource.is("ServiceRequest"),
                resource.text("performer.actor.display"),
                List.of(new ProcedureExtract.ProcedureItem(
                        code.code(),
                        code.system(),
                        about.shown(),
                        resource.text("doseQuantity.value"),
                        resource.text("doseQuantity.unit"),
                        String.join(" ", notes(resource)),
                        FhirStates.of(resource).state(),
                        FhirStates.of(resource).reason())));
    }

    /// What a resource is about, by the element its type says it with.
    static Concept about(Resource resource) {
        for (var path :
                List.of("code", "vaccineCode", "type", "category", "relationship", "procedureCode", "modality")) {
            var concept = Codes.concept(resource.node().at(path));
            if (!concept.isNone()) {
                return concept;
            }
        }
        return Concept.of(resource.text("title").isEmpty() ? resource.text("description") : resource.text("title"));
    }

    static DocumentExtract document(Resource resource) {
        var sections = new ArrayList<DocumentExtract.SectionItem>();
        sections(resource.node(), sections);
        if (sections.isEmpty()) {
            var words = words(resource);
            if (!words.isEmpty()) {
                sections.add(new DocumentExtract.SectionItem(about(resource).shown(), words));
            }
        }
        var form = resource.form();
        return new DocumentExtract(
                about(resource).shown(),
                resource.text("author.display"),
                form.text("contentType"),
                size(form.at("data")),
                List.copyOf(sections),
                resource.text("docStatus").equals("preliminary")
                                || resource.text("status").equals("preliminary")
                        ? CareState.DRAFT
                        : CareState.ACTIVE);
    }

    private static void sections(JsonValue of, List<DocumentExtract.SectionItem> sections) {
        for (var section : of.all("section")) {
            var words = Narrative.words(section.text("text.div"));
            if (!words.isEmpty()) {
                sections.add(new DocumentExtract.SectionItem(section.text("title"), words));
            }
            sections(section, sections);
        }
    }

    private static String words(Resource resource) {
        for (var path : List.of("conclusion", "valueString", "description", "note.text", "payload.contentString")) {
            if (!resource.text(path).isEmpty()) {
                return resource.text(path);
            }
        }
        var said = resource.node().exists() ? FhirMeasurements.value(resource.node()) : "";
        return said.isEmpty() ? Narrative.words(resource.text("text.div")) : said;
    }

    private static int size(JsonValue base64) {
        try (var in = Base64.getMimeDecoder().wrap(base64.stream())) {
            return (int) in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return 0;
        }
    }
}
