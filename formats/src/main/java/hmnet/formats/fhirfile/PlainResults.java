package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.RecordKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Observations in the words of all formats (検査・測定の言い換え): each value, components by themselves.
final class PlainResults {
    private final KeptFhir kept;
    private final List<Results.TestResult> results = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    private PlainResults(KeptFhir kept) {
        this.kept = kept;
    }

    static Results of(KeptFhir kept, List<Resource> own, Support support) {
        var reading = new PlainResults(kept);
        for (var resource : own) {
            if (resource.is("Observation") || resource.is("ServiceRequest")) {
                reading.add(resource);
            }
        }
        boolean last = reading.results.stream()
                .allMatch(
                        result -> result.status().equals("F") || result.status().equals("C"));
        return Results.of(
                kept.key(),
                kept.at(),
                kind(kept.kind()),
                "",
                specimen(own.getFirst(), support),
                own.getFirst().text("basedOn.identifier.value"),
                "",
                List.copyOf(reading.results),
                last ? kept.at() : null,
                reading.results.stream().anyMatch(result -> result.status().equals("C")),
                kept.labels());
    }

    private static Results.ResultKind kind(RecordKind kind) {
        return kind == RecordKind.CHECKUP
                ? Results.ResultKind.CHECKUP
                : kind == RecordKind.VITAL
                        ? Results.ResultKind.VITAL
                        : kind == RecordKind.LAB_ORDER ? Results.ResultKind.ORDERED : Results.ResultKind.LABORATORY;
    }

    private static Concept specimen(Resource of, Support support) {
        var reference = of.text("specimen.reference");
        var within = of.all("contained").stream()
                .filter(each -> reference.equals("#" + each.text("id")))
                .findFirst();
        if (within.isPresent()) {
            return Codes.concept(within.get().at("type"));
        }
        var named = support.find(reference);
        return named == null
                ? Concept.of(of.text("specimen.display"))
                : Codes.concept(named.node().at("type"));
    }

    private void add(Resource resource) {
        var node = resource.node();
        var components = resource.all("component");
        if (components.isEmpty() || hasValue(node)) {
            add(node, node, "", FhirTime.of(resource));
        }
        components.forEach(component ->
                add(component, node, Codes.concept(node.at("code")).first().code() + "/", FhirTime.of(resource)));
    }

    private static boolean hasValue(JsonValue node) {
        return !FhirMeasurements.value(node).isEmpty();
    }

    private void add(JsonValue of, JsonValue observation, String prefix, @Nullable OffsetDateTime taken) {
        var test = Codes.concept(of.at("code"));
        var key = prefix
                + (test.first().code().isEmpty() ? test.shown() : test.first().code());
        int again = used.merge(key, 1, Integer::sum);
        var quantity = of.at("valueQuantity");
        results.add(Results.TestResult.of(
                again == 1 ? key : key + "#" + again,
                test,
                of.at("dataAbsentReason").exists() ? "" : FhirMeasurements.value(of),
                quantity.exists()
                        ? new Amount(
                                quantity.text("value"),
                                quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit"),
                                quantity.text("code"),
                                quantity.text("system"))
                        : Amount.NONE,
                Codes.concept(of.at("valueCodeableConcept")),
                of.text("referenceRange.low.value"),
                of.text("referenceRange.high.value"),
                of.text("interpretation.coding.code"),
                of.at("dataAbsentReason").exists() ? "X" : FhirMeasurements.status(observation.text("status")),
                taken == null ? kept.at() : taken,
                notes(of)));
    }

    private static List<String> notes(JsonValue of) {
        var notes = new ArrayList<String>();
        of.all("note.text").forEach(note -> notes.add(note.text()));
        var missing = Codes.concept(of.at("dataAbsentReason"));
        if (!missing.isNone()) {
            notes.add(missing.shown());
        }
        return List.copyOf(notes);
    }
}
