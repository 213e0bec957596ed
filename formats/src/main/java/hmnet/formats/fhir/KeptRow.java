package hmnet.formats.fhir;

import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What came as FHIR, as a row (FHIRで来た記載の行): what was sent untouched, ids and references ours, codings of
/// tables behind its own.
final class KeptRow {
    private KeptRow() {}

    static Part of(KeptFhir kept, Ids ids, Equivalents tables) {
        var bundle = new Bundle(ids);
        var ours = ours(kept, ids);
        for (var resource : kept.resources()) {
            if (resource.type().equals("Patient") && kept.kind() != RecordKind.PROFILE) {
                continue; // named so that references to it become ours; who it is stands in the sheet
            }
            var json = TranslatedFhir.of(resource.json(), tables);
            var name = ours.getOrDefault(name(resource), "");
            bundle.add(name, ResourceRewriter.of(json, name, ours));
        }
        return Rows.RowFrame.of(kept.kind(), kept, kept.labels(), kept.department())
                .part(kept.title(), kept.codes(), coded(kept), kept.extract(), bundle);
    }

    /// A document's parts are rows of their own, and counted there.
    private static List<CodingLevel> coded(KeptFhir kept) {
        return kept.kind() == RecordKind.DOCUMENT
                ? List.of()
                : kept.about().stream().flatMap(KeptRow::coded).toList();
    }

    private static Stream<CodingLevel> coded(KeptFhir.ResourceSubject about) {
        var codes = about.concept().codes();
        return switch (about.type()) {
            case "Observation", "ServiceRequest" -> Stream.of(CodingLevel.of(Vocabulary.TEST, codes));
            case "MedicationRequest", "MedicationDispense", "MedicationAdministration", "MedicationStatement" ->
                Stream.of(CodingLevel.of(Vocabulary.DRUG, codes));
            case "Condition" -> Stream.of(CodingLevel.of(Vocabulary.DISEASE, codes));
            default -> Stream.of();
        };
    }

    private static String name(KeptFhir.KeptResource resource) {
        return resource.type() + "/" + resource.id();
    }

    /// By what others may name a resource, and our name for it. A patient is always the row's patient.
    private static Map<String, String> ours(KeptFhir kept, Ids ids) {
        var ours = new HashMap<String, String>();
        for (var resource : kept.resources()) {
            var patient = resource.type().equals("Patient");
            var key = kept.key() + "/" + (resource.id().isEmpty() ? resource.fullUrl() : resource.id());
            var name = resource.type() + "/" + ids.of(resource.type(), patient ? "" : key);
            ours.put(name(resource), name);
            if (!resource.fullUrl().isEmpty()) {
                ours.put(resource.fullUrl(), name);
            }
        }
        return ours;
    }
}
