package hmnet.record.ownrecords;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// An entry as it is filed (保存する束): a collection of FHIR R4 Observations under one identifier. The same identifier at a
/// later time takes its place; all of them `entered-in-error` take it back.
final class OwnEntryBundle {
    static final String SYSTEM = "urn:hmnet:own-entry";
    static final String MEAL = "食事";
    static final String NOTE = "メモ";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final OwnEntry entry;
    private final String chartSystem;
    private final String chartNumber;
    private final String author;
    private final String status;

    private OwnEntryBundle(OwnEntry entry, String chartSystem, String chartNumber, String author, String status) {
        this.entry = entry;
        this.chartSystem = chartSystem;
        this.chartNumber = chartNumber;
        this.author = author;
        this.status = status;
    }

    /// @param author who wrote it, in words
    /// @param status `final`, `amended` or `entered-in-error`
    /// @param now when it was written
    static byte[] of(
            OwnEntry entry, String chartSystem, String chartNumber, String author, String status, OffsetDateTime now) {
        var moment = text(now.atZoneSameInstant(JAPAN).format(MOMENT));
        var observations = new OwnEntryBundle(entry, chartSystem, chartNumber, author, status).observations();
        var bundle = JsonValue.object().put("resourceType", text("Bundle"));
        bundle.put("meta", JsonValue.object().put("lastUpdated", moment));
        bundle.put("identifier", coded(SYSTEM, "value", entry.id().toString()));
        bundle.put("type", text("collection"));
        bundle.put("timestamp", moment);
        bundle.put("entry", JsonValue.array(observations));
        return JsonDocument.write(bundle);
    }

    private List<JsonValue> observations() {
        var observations = new ArrayList<JsonValue>();
        var values = entry.values();
        if (values.containsKey(OwnMeasure.SYSTOLIC)) {
            var panel = observation("85354-9", "血圧");
            panel.put(
                    "component",
                    JsonValue.array(List.of(component(OwnMeasure.SYSTOLIC), component(OwnMeasure.DIASTOLIC))));
            observations.add(wrapped(panel, "pressure"));
        }
        values.forEach((measure, number) -> {
            if (measure != OwnMeasure.SYSTOLIC && measure != OwnMeasure.DIASTOLIC) {
                var one = observation(measure.loinc(), measure.display());
                one.put("valueQuantity", quantity(measure, number));
                observations.add(wrapped(one, measure.word()));
            }
        });
        Map.of("meal", entry.meal(), "note", entry.note()).entrySet().stream()
                .filter(words -> !words.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(words -> {
                    var one = observation("", words.getKey().equals("meal") ? MEAL : NOTE);
                    one.put("valueString", text(words.getValue()));
                    observations.add(wrapped(one, words.getKey()));
                });
        return observations;
    }

    private JsonValue observation(String loinc, String display) {
        var observation = JsonValue.object().put("resourceType", text("Observation"));
        observation.put(
                "identifier",
                JsonValue.array(List.of(coded(SYSTEM, "value", entry.id().toString()))));
        observation.put("status", text(status));
        observation.put(
                "category",
                JsonValue.array(List.of(JsonValue.object()
                        .put("coding", JsonValue.array(List.of(coded(CATEGORY, "code", "vital-signs")))))));
        observation.put("code", concept(loinc, display));
        observation.put("subject", JsonValue.object().put("identifier", coded(chartSystem, "value", chartNumber)));
        observation.put(
                "effectiveDateTime", text(entry.at().atZoneSameInstant(JAPAN).format(MOMENT)));
        observation.put("performer", JsonValue.array(List.of(JsonValue.object().put("display", text(author)))));
        // Shown beside the value wherever it stands: nobody takes it for one of a hospital.
        observation.put("note", JsonValue.array(List.of(JsonValue.object().put("text", text(author)))));
        return observation;
    }

    private JsonValue component(OwnMeasure measure) {
        return JsonValue.object()
                .put("code", concept(measure.loinc(), measure.display()))
                .put(
                        "valueQuantity",
                        quantity(measure, Objects.requireNonNull(entry.values().get(measure))));
    }

    private JsonValue wrapped(JsonValue resource, String part) {
        var id = UUID.nameUUIDFromBytes((entry.id() + "/" + part).getBytes(StandardCharsets.UTF_8));
        return JsonValue.object().put("fullUrl", text("urn:uuid:" + id)).put("resource", resource);
    }

    private static JsonValue concept(String loinc, String display) {
        var concept = JsonValue.object();
        if (!loinc.isEmpty()) {
            concept.put("coding", JsonValue.array(List.of(coded("http://loinc.org", "code", loinc))));
        }
        return concept.put("text", text(display));
    }

    private static JsonValue quantity(OwnMeasure measure, BigDecimal number) {
        return JsonValue.object()
                .put("value", JsonValue.number(number.toPlainString(), 0))
                .put("unit", text(measure.unit()))
                .put("system", text("http://unitsofmeasure.org"))
                .put("code", text(measure.ucum()));
    }

    private static JsonValue coded(String system, String member, String value) {
        return JsonValue.object().put("system", text(system)).put(member, text(value));
    }

    private static JsonValue text(String words) {
        return JsonValue.text(words, 0);
    }
}
