package hmnet.record.answers;

import hmnet.formats.base.json.JsonValue;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.ItemKind;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers as Observations (観察結果の抽出): observation-based extraction of SDC. Each answer of an item that asks for
/// it is one, under the item's codes. What the chart proposed and nobody changed is none: an old value would
/// come back as a new one.
final class ObservationExtraction {
    private final SignedSheet signed;

    ObservationExtraction(SignedSheet signed) {
        this.signed = signed;
    }

    List<JsonValue> observations() {
        var found = new ArrayList<JsonValue>();
        add(signed.filling().filled().items(), signed.moment(), found);
        return found;
    }

    private void add(List<FilledItem> items, String around, List<JsonValue> into) {
        var when = when(items).orElse(around);
        for (var one : items) {
            if (!signed.says(one)) {
                continue;
            }
            if (one.item().extraction().observation() && one.item().kind().isQuestion() && !one.isOfChart()) {
                one.values().forEach(value -> into.add(observation(one.item(), value, when)));
            }
            one.groups().forEach(group -> add(group, when, into));
        }
    }

    /// When it was observed, as something beside it says.
    private Optional<String> when(List<FilledItem> items) {
        return items.stream()
                .filter(one -> one.item().extraction().when()
                        && signed.filling().asked().contains(one.path()))
                .flatMap(one -> one.values().stream())
                .flatMap(value -> value instanceof AnswerValue.Moment(var text) && text.indexOf('-') > 0
                        ? Stream.of(text)
                        : Stream.of())
                .findFirst();
    }

    private JsonValue observation(SheetItem item, AnswerValue value, String when) {
        var observation = JsonValue.object().put("resourceType", JsonValue.text("Observation", 0));
        observation.put("status", JsonValue.text(signed.amends() ? "amended" : "final", 0));
        observation.put(
                "category", JsonValue.array(List.of(concept(item.extraction().category(), ""))));
        var codes = item.codes().stream().map(FhirAnswers::coding).toList();
        observation.put(
                "code",
                JsonValue.object().put("coding", JsonValue.array(codes)).put("text", JsonValue.text(named(item), 0)));
        observation.put("subject", ResponseWriter.subject(signed));
        observation.put("effectiveDateTime", JsonValue.text(when, 0));
        observation.put(
                "performer",
                JsonValue.array(List.of(JsonValue.object().put("display", JsonValue.text(signed.author(), 0)))));
        var element = element(value, item);
        observation.put(element.getKey(), element.getValue());
        return observation;
    }

    private static String named(SheetItem item) {
        return item.text().isEmpty()
                ? item.codes().getFirst().shown("ja")
                : item.text().plain();
    }

    /// In the item's unit, whether its kind of number has room for one or not.
    private static Map.Entry<String, JsonValue> measured(BigDecimal number, SheetItem item) {
        var unit =
                item.units().isEmpty() ? SheetCode.of("", "", "") : item.units().getFirst();
        return Map.entry("valueQuantity", FhirAnswers.quantity(number, unit));
    }

    private static JsonValue concept(SheetCode code, String text) {
        var concept = JsonValue.object().put("coding", JsonValue.array(List.of(FhirAnswers.coding(code))));
        FhirAnswers.put(concept, "text", text);
        return concept;
    }

    private static Map.Entry<String, JsonValue> element(AnswerValue value, SheetItem item) {
        return switch (value) {
            case AnswerValue.Fraction(var number) -> measured(number, item);
            case AnswerValue.Whole(var number) -> measured(BigDecimal.valueOf(number), item);
            case AnswerValue.Chosen(var code) ->
                Map.entry("valueCodeableConcept", concept(code, code.display().plain()));
            case AnswerValue.Words(var text) -> Map.entry("valueString", JsonValue.text(text, 0));
            case AnswerValue.Moment(var text) ->
                Map.entry(text.indexOf('-') > 0 ? "valueDateTime" : "valueTime", JsonValue.text(text, 0));
            case AnswerValue.Unread one -> FhirAnswers.element(value, ItemKind.STRING);
            case AnswerValue.YesNo one -> FhirAnswers.element(value, ItemKind.BOOLEAN);
            case AnswerValue.Measured one -> FhirAnswers.element(value, ItemKind.QUANTITY);
        };
    }
}
