package hmnet.record.answers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.answers.FilledItem.AnswerOrigin;
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
    /// Which unit stood beside what cannot be read.
    private static final String UNREAD = "u";

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
            if (!place.members().isEmpty()) {
                places.put(one.path(), place);
            }
        });
        return JsonDocument.write(JsonValue.object().put("places", places));
    }

    private static JsonValue value(AnswerValue value, SheetItem item) {
        var element = FhirAnswers.element(value, item.kind());
        var kept = JsonValue.object().put(ELEMENT, JsonValue.object().put(element.getKey(), element.getValue()));
        return value instanceof AnswerValue.Unread(var typed, var unit)
                ? kept.put(UNREAD, JsonValue.number(Integer.toString(unit), 0))
                : kept;
    }

    /// Under the version of the sheet that they were written under.
    ///
    /// @throws IllegalArgumentException for what is none
    public static FilledSheet read(FormSheet sheet, byte[] bytes) {
        try {
            var places = new HashMap<>(
                    JsonDocument.read(bytes).getFirst().at("places").members());
            return new FilledSheet(sheet, items(sheet.items(), "", places, new int[1]));
        } catch (Unreadable e) {
            throw new IllegalArgumentException("What was kept is no answers", e);
        }
    }

    /// @param counted the places so far: what a draft says may have come back through a browser
    private static List<FilledItem> items(
            List<SheetItem> items, String before, Map<String, JsonValue> places, int[] counted) {
        return items.stream()
                .map(item -> {
                    if (++counted[0] > FilledSheet.PLACES + FormSheet.ITEMS) {
                        throw new IllegalArgumentException("More places than any sheet has");
                    }
                    var path = before + item.number();
                    var place = places.getOrDefault(path, JsonValue.NONE);
                    var groups = new ArrayList<List<FilledItem>>();
                    int times = item.isRepeatedGroup() ? times(place) : 1;
                    for (var n = 0; n < times && !item.items().isEmpty(); n++) {
                        groups.add(items(item.items(), FilledSheet.occurrence(path, n), places, counted));
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
                        .map(value -> each.at(UNREAD).exists() && value instanceof AnswerValue.Words(var typed)
                                ? new AnswerValue.Unread(typed, unit(each))
                                : SheetAnswers.inWordsOf(item, value)))
                .toList();
    }

    private static int unit(JsonValue unread) {
        try {
            return Integer.parseInt(unread.text(UNREAD));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
