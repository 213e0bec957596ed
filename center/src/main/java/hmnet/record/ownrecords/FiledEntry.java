package hmnet.record.ownrecords;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// An entry read back from the record that was filed of it (保存された本人の記録).
public final class FiledEntry {
    private FiledEntry() {}

    /// @param bundle of the record
    /// @return nothing for a record of anything else
    public static Optional<OwnEntry> find(String bundle) {
        try {
            return JsonDocument.read(bundle.getBytes(StandardCharsets.UTF_8)).stream()
                    .map(FiledEntry::observations)
                    .filter(observations -> !observations.isEmpty())
                    .findFirst()
                    .map(FiledEntry::read);
        } catch (Unreadable | DateTimeParseException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static List<JsonValue> observations(JsonValue bundle) {
        return bundle.all("entry.resource").stream()
                .filter(resource -> resource.text("resourceType").equals("Observation"))
                .filter(resource -> number(resource).isPresent())
                .toList();
    }

    private static Optional<String> number(JsonValue observation) {
        return observation.all("identifier").stream()
                .filter(identifier -> identifier.text("system").equals(OwnEntryBundle.SYSTEM))
                .map(identifier -> identifier.text("value"))
                .findFirst();
    }

    private static OwnEntry read(List<JsonValue> observations) {
        var first = observations.getFirst();
        var values = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        observations.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.all("component").stream()))
                .filter(each -> each.at("valueQuantity").exists())
                .forEach(each -> each.all("code.coding.code").stream()
                        .flatMap(code -> OwnMeasure.coded(code.text()).stream())
                        .findFirst()
                        .ifPresent(measure -> values.put(measure, new BigDecimal(each.text("valueQuantity.value")))));
        return new OwnEntry(
                UUID.fromString(number(first).orElseThrow()),
                OffsetDateTime.parse(first.text("effectiveDateTime")),
                values,
                words(observations, OwnEntryBundle.MEAL),
                words(observations, OwnEntryBundle.NOTE));
    }

    private static String words(List<JsonValue> observations, String of) {
        return observations.stream()
                .filter(each -> each.text("code.text").equals(of))
                .map(each -> each.text("valueString"))
                .findFirst()
                .orElse("");
    }
}
