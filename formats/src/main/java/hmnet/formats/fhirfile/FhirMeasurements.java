package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// What lists draw of observations (検査・測定の抜粋): each value, components by themselves.
final class FhirMeasurements {
    private static final String[] TEXTS = {"valueString", "valueInteger", "valueBoolean", "valueDateTime", "valueTime"};

    private FhirMeasurements() {}

    static LabExtract extract(List<Resource> observations, OffsetDateTime at) {
        var items = new ArrayList<LabExtract.AnalyteItem>();
        for (var observation : observations) {
            var taken = FhirTime.of(observation);
            items.add(item(observation.node(), observation.node(), taken == null ? at : taken));
            for (var component : observation.all("component")) {
                items.add(item(component, observation.node(), taken == null ? at : taken));
            }
        }
        items.removeIf(item ->
                item.value().isEmpty() && items.size() > 1 && item.status().equals("F"));
        return new LabExtract(List.copyOf(items));
    }

    private static LabExtract.AnalyteItem item(JsonValue of, JsonValue observation, OffsetDateTime at) {
        var test = Codes.concept(of.at("code"));
        var code = Codes.main(test);
        var quantity = of.at("valueQuantity");
        return new LabExtract.AnalyteItem(
                code.code(),
                code.system(),
                test.shown(),
                value(of),
                quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit"),
                of.text("referenceRange.low.value"),
                of.text("referenceRange.high.value"),
                of.text("interpretation.coding.code"),
                status(observation.text("status")),
                observation.text("specimen.display"),
                at);
    }

    static String value(JsonValue of) {
        var quantity = of.at("valueQuantity");
        if (quantity.exists()) {
            return quantity.text("comparator") + quantity.text("value");
        }
        var coded = of.at("valueCodeableConcept");
        if (coded.exists()) {
            return Codes.concept(coded).shown();
        }
        for (var path : TEXTS) {
            if (of.at(path).exists()) {
                return of.text(path);
            }
        }
        var missing = Codes.concept(of.at("dataAbsentReason"));
        return missing.isNone() ? "" : missing.shown();
    }

    static String status(String status) {
        return switch (status) {
            case "preliminary", "registered" -> "P";
            case "amended", "corrected" -> "C";
            case "cancelled" -> "X";
            default -> "F";
        };
    }
}
