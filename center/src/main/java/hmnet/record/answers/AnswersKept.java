package hmnet.record.answers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.answers.FilledItem.AnswerOrigin;
import hmnet.record.sheets.AnswerChoice;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.ItemRules;
import hmnet.record.sheets.SheetItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers so far, as a draft keeps them (下書きの形): all of them, what cannot be read and what is not asked too.
public final class AnswersKept {
    private static final String KIND = "k";
    private static final String ELEMENT = "e";

    private AnswersKept() {}

    public static byte[] write(FilledSheet filled) {
        var places = JsonValue.object();
        filled.all().forEach(one -> {
            var place = JsonValue.object();
            if (!one.values().isEmpty()) {
                place.put(
                        "v",
                        JsonValue.array(one.values().stream()
                                .map(value -> value(value, one.item()))
                                .toList()));
            }
            one.origin()
                    .ifPresent(origin -> place.put("on", JsonValue.text(origin.on(), 0))
                            .put("from", JsonValue.text(origin.source(), 0)));
            if (one.item().isRepeatedGroup()) {
                place.put("n", JsonValue.number(Integer.toString(one.groups().size()), 0));
            }
            places.put(one.path(), place);
        });
        return JsonDocument.write(JsonValue.object().put("places", places));
    }

    private static JsonValue value(AnswerValue value, SheetItem item) {
        var element = FhirAnswers.element(value, item.kind());
        return JsonValue.object()
                .put(KIND, JsonValue.text(value instanceof AnswerValue.Unread ? "unread" : "", 0))
                .put(ELEMENT, JsonValue.object().put(element.getKey(), element.getValue()));
    }

    /// Under the version of the sheet that they were written under.
    ///
    /// @throws IllegalArgumentException for what is none
    public static FilledSheet read(FormSheet sheet, byte[] bytes) {
        try {
            var places = new HashMap<>(
                    JsonDocument.read(bytes).getFirst().at("places").members());
            return new FilledSheet(sheet, items(sheet.items(), "", places));
        } catch (Unreadable e) {
            throw new IllegalArgumentException("What was kept is no answers", e);
        }
    }

    private static List<FilledItem> items(List<SheetItem> items, String before, Map<String, JsonValue> places) {
        return items.stream()
                .map(item -> {
                    var path = before + item.number();
                    var place = places.getOrDefault(path, JsonValue.NONE);
                    var groups = new ArrayList<List<FilledItem>>();
                    int times = item.isRepeatedGroup() ? times(place) : 1;
                    for (var n = 0; n < times && !item.items().isEmpty(); n++) {
                        groups.add(items(item.items(), FilledSheet.occurrence(path, n), places));
                    }
                    var origin = place.at("from").exists()
                            ? Optional.of(new AnswerOrigin(place.text("on"), place.text("from")))
                            : Optional.<AnswerOrigin>empty();
                    return new FilledItem(path, item, values(item, place), origin, groups);
                })
                .toList();
    }

    private static int times(JsonValue place) {
        try {
            return Math.clamp(Integer.parseInt(place.text("n")), 1, ItemRules.OCCURS);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private static List<AnswerValue> values(SheetItem item, JsonValue place) {
        return place.all("v").stream()
                .flatMap(each -> FhirAnswers.value(each.at(ELEMENT), "value").stream()
                        .map(value -> each.text(KIND).equals("unread") && value instanceof AnswerValue.Words(var typed)
                                ? new AnswerValue.Unread(typed)
                                : offered(item, value)))
                .toList();
    }

    private static AnswerValue offered(SheetItem item, AnswerValue value) {
        return item.choices().stream()
                .map(AnswerChoice::value)
                .filter(value::means)
                .findFirst()
                .orElse(value);
    }
}
