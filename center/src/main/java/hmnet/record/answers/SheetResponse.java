package hmnet.record.answers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.value.AnsweredItems;
import hmnet.record.answers.FilledItem.AnswerOrigin;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A response that was written before, read under the version of the sheet that it names (保存された回答).
///
/// @param questionnaire the canonical it names
/// @param id the number of the sheet that was signed, or empty
public record SheetResponse(
        String questionnaire, String id, String authored, String author, boolean amended, JsonValue node) {
    private static final int DAY = 10;
    private static final Pattern ORIGIN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d .+");

    /// A response in a file, or within a bundle.
    ///
    /// @return nothing where there is none
    public static Optional<SheetResponse> find(String json) {
        try {
            var values = JsonDocument.read(json.getBytes(StandardCharsets.UTF_8));
            return Stream.concat(values.stream(), values.getFirst().all("entry.resource").stream())
                    .filter(each -> each.text("resourceType").equals("QuestionnaireResponse"))
                    .findFirst()
                    .map(SheetResponse::of);
        } catch (Unreadable none) {
            return Optional.empty();
        }
    }

    private static SheetResponse of(JsonValue node) {
        return new SheetResponse(
                node.text("questionnaire"),
                node.text("identifier.system").equals(SignedSheet.SYSTEM) ? node.text("identifier.value") : "",
                node.text("authored"),
                node.text("author.display"),
                node.text("status").equals("amended"),
                node);
    }

    /// Its answers (読んだ回答).
    ///
    /// @param left linkIds of what the sheet has no place for: items, kinds of answers, options, units
    public record ReadAnswers(FilledSheet filled, Set<String> left) {}

    public ReadAnswers under(FormSheet sheet) {
        var left = new LinkedHashSet<String>();
        var items = items(sheet.items(), node.all("item"), "", left, new int[1]);
        return new ReadAnswers(new FilledSheet(sheet, items), left);
    }

    private static List<FilledItem> items(
            List<SheetItem> items, List<JsonValue> nodes, String before, Set<String> left, int[] places) {
        var byLink = nodes.stream()
                .collect(Collectors.groupingBy(
                        each -> each.text("linkId"), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        left.addAll(byLink.keySet());
        items.forEach(item -> left.remove(item.linkId()));
        return items.stream()
                .map(item -> item(item, byLink.getOrDefault(item.linkId(), List.of()), before, left, places))
                .toList();
    }

    private static FilledItem item(
            SheetItem item, List<JsonValue> nodes, String before, Set<String> left, int[] places) {
        var path = before + item.number();
        var kept = item.isRepeatedGroup()
                ? nodes.stream().limit(item.rules().occursMax()).toList()
                : nodes.stream().limit(1).toList();
        if (++places[0] > FilledSheet.PLACES) {
            left.add(item.linkId());
            return new FilledItem(path, item, List.of(), Optional.empty(), List.of());
        }
        var isQuestion = item.kind().isQuestion();
        if (kept.size() < nodes.size()
                || isQuestion && nodes.stream().anyMatch(node -> node.at("item").exists())) {
            left.add(item.linkId());
        }
        var groups = new ArrayList<List<FilledItem>>();
        var answers = new ArrayList<AnswerValue>();
        var said = 0;
        for (var node : kept) {
            for (var answer : node.all("answer")) {
                FhirAnswers.value(answer, "value").ifPresent(answers::add);
                said++;
            }
            if (!item.items().isEmpty()) {
                var below = isQuestion ? node.all("answer.item") : node.all("item");
                groups.add(items(item.items(), below, FilledSheet.occurrence(path, groups.size()), left, places));
            }
        }
        if (groups.isEmpty() && !item.items().isEmpty()) {
            groups.add(items(item.items(), List.of(), FilledSheet.occurrence(path, 0), left, places));
        }
        var held = SheetAnswers.held(item, answers);
        if (held.size() < said) {
            left.add(item.linkId());
        }
        var origin = kept.stream().flatMap(node -> origin(node).stream()).findFirst();
        return new FilledItem(path, item, held, origin.filter(from -> !held.isEmpty()), groups);
    }

    private static Optional<AnswerOrigin> origin(JsonValue node) {
        return AnsweredItems.origin(node)
                .filter(said -> ORIGIN.matcher(said).matches())
                .map(said -> new AnswerOrigin(said.substring(0, DAY), said.substring(DAY + 1)));
    }
}
