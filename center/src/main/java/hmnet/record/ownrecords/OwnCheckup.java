package hmnet.record.ownrecords;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The sheet of a check-up as a resident copied it (本人が写した健診結果), filed as Observations of FHIR R4. Of ranges and marks
/// on the sheet it holds none.
///
/// @param day on which the check-up was
/// @param values as they stand on the sheet, at least one beside place and note
public record OwnCheckup(UUID id, LocalDate day, Map<OwnCheckupItem, String> values) implements OwnContent {
    static final String SYSTEM = "urn:hmnet:own-checkup";

    /// Readers know a check-up by its profile; this one is ours.
    private static final String PROFILE = "urn:hmnet:own-eCheckup";

    private static final String ITEMS = "urn:hmnet:own-checkup-item";
    private static final String JLAC10 = "urn:oid:1.2.392.200119.4.504";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    public OwnCheckup {
        var sorted = new EnumMap<OwnCheckupItem, String>(OwnCheckupItem.class);
        sorted.putAll(values);
        values = Collections.unmodifiableMap(sorted);
    }

    @Override
    public String said() {
        return day + "\n" + values;
    }

    @Override
    public byte[] bundle(FiledFor whom, String status, OffsetDateTime now) {
        var moment = text(now.atZoneSameInstant(JAPAN).format(MOMENT));
        var bundle = JsonValue.object().put("resourceType", text("Bundle"));
        bundle.put("meta", JsonValue.object().put("lastUpdated", moment));
        bundle.put("identifier", number());
        bundle.put("type", text("collection"));
        bundle.put("timestamp", moment);
        bundle.put(
                "entry",
                JsonValue.array(values.entrySet().stream()
                        .map(value -> entry(value.getKey(), value.getValue(), whom, status))
                        .toList()));
        return JsonDocument.write(bundle);
    }

    private JsonValue entry(OwnCheckupItem item, String value, FiledFor whom, String status) {
        var observation = JsonValue.object().put("resourceType", text("Observation"));
        observation.put("meta", JsonValue.object().put("profile", JsonValue.array(List.of(text(PROFILE)))));
        observation.put("identifier", JsonValue.array(List.of(number())));
        observation.put("status", text(status));
        observation.put("code", code(item));
        observation.put(
                "subject",
                JsonValue.object()
                        .put(
                                "identifier",
                                JsonValue.object()
                                        .put("system", text(whom.chartSystem()))
                                        .put("value", text(whom.chartNumber()))));
        observation.put("effectiveDateTime", text(day.toString()));
        observation.put("performer", JsonValue.array(List.of(JsonValue.object().put("display", text(whom.author())))));
        // Shown beside the value wherever it stands: nobody takes it for one of a facility.
        observation.put("note", JsonValue.array(List.of(JsonValue.object().put("text", text(whom.author())))));
        if (item.isNumber()) {
            observation.put(
                    "valueQuantity",
                    JsonValue.object()
                            .put("value", JsonValue.number(value, 0))
                            .put("unit", text(item.unit()))
                            .put("system", text("http://unitsofmeasure.org"))
                            .put("code", text(item.ucum())));
        } else {
            observation.put("valueString", text(value));
        }
        var part = UUID.nameUUIDFromBytes((id + "/" + item.word()).getBytes(StandardCharsets.UTF_8));
        return JsonValue.object().put("fullUrl", text("urn:uuid:" + part)).put("resource", observation);
    }

    private static JsonValue code(OwnCheckupItem item) {
        var jlac10 = item.jlac10();
        var own = coding(ITEMS, item.word());
        return JsonValue.object()
                .put("coding", JsonValue.array(jlac10 == null ? List.of(own) : List.of(coding(JLAC10, jlac10), own)))
                .put("text", text(item.display()));
    }

    private static JsonValue coding(String system, String code) {
        return JsonValue.object().put("system", text(system)).put("code", text(code));
    }

    private JsonValue number() {
        return JsonValue.object().put("system", text(SYSTEM)).put("value", text(id.toString()));
    }

    private static JsonValue text(String words) {
        return JsonValue.text(words, 0);
    }

    /// A check-up read back from the record that was filed of it.
    ///
    /// @param bundle of the record
    /// @return nothing for a record of anything else
    public static Optional<OwnCheckup> find(String bundle) {
        try {
            var observations =
                    JsonDocument.read(bundle.getBytes(StandardCharsets.UTF_8)).getFirst().all("entry.resource").stream()
                            .filter(resource -> number(resource).isPresent())
                            .toList();
            return observations.isEmpty() ? Optional.empty() : Optional.of(read(observations));
        } catch (Unreadable | IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static OwnCheckup read(List<JsonValue> observations) {
        var values = new EnumMap<OwnCheckupItem, String>(OwnCheckupItem.class);
        for (var observation : observations) {
            observation.all("code.coding").stream()
                    .filter(coding -> coding.text("system").equals(ITEMS))
                    .map(coding -> OwnCheckupItem.valueOf(
                            coding.text("code").toUpperCase(Locale.ROOT).replace('-', '_')))
                    .forEach(item -> values.put(
                            item,
                            item.isNumber()
                                    ? observation.text("valueQuantity.value")
                                    : observation.text("valueString")));
        }
        var first = observations.getFirst();
        return new OwnCheckup(
                UUID.fromString(number(first).orElseThrow()),
                LocalDate.parse(first.text("effectiveDateTime").substring(0, 10)),
                values);
    }

    private static Optional<String> number(JsonValue observation) {
        return observation.all("identifier").stream()
                .filter(identifier -> identifier.text("system").equals(SYSTEM))
                .map(identifier -> identifier.text("value"))
                .findFirst();
    }
}
