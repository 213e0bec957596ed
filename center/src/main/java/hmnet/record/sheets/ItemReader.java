package hmnet.record.sheets;

import hmnet.formats.base.json.JsonValue;
import hmnet.record.sheets.EnableRule.EnableOperator;
import hmnet.record.sheets.ItemExpressions.SheetVariable;
import hmnet.record.sheets.ItemLook.ItemControl;
import hmnet.record.sheets.SheetExtensions.ExtensionPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the items of a Questionnaire (設問の読取り). What cannot be done is told, and what cannot be read refused.
final class ItemReader {
    static final int DEPTH = 16;
    private static final int WORDS = 4_000;
    private static final int LENGTH = 20_000;
    private static final Pattern LINK = Pattern.compile("\\P{Cntrl}{1,255}");

    private final ValueSets valueSets;
    private final List<SheetFinding> findings;
    private int number;

    ItemReader(ValueSets valueSets, List<SheetFinding> findings) {
        this.valueSets = valueSets;
        this.findings = findings;
    }

    List<SheetItem> items(JsonValue of, int depth) {
        var items = new ArrayList<SheetItem>();
        for (var node : of.all("item")) {
            if (depth > DEPTH) {
                refused("too-deep", node, node.text("linkId"), "at most " + DEPTH + " levels");
                return items;
            }
            if (++number > FormSheet.ITEMS) {
                if (number == FormSheet.ITEMS + 1) {
                    refused("too-many-items", node, "", "at most " + FormSheet.ITEMS);
                }
                return items;
            }
            item(node, depth).ifPresent(items::add);
        }
        return items;
    }

    private Optional<SheetItem> item(JsonValue node, int depth) {
        var link = node.text("linkId");
        var kind = ItemKind.of(node.text("type"));
        if (!LINK.matcher(link).matches()) {
            refused("link-id", node, link, "a linkId of 1 to 255 characters");
        }
        if (kind.isEmpty()) {
            refused("item-type", node, link, "no type of an item: " + node.text("type"));
            return Optional.empty();
        }
        if (node.text("text").length() > WORDS) {
            refused("text-long", node, link, "at most " + WORDS + " characters");
        }
        SheetExtensions.name(node, ExtensionPlace.of(kind.get()), link, findings);
        for (var within : List.of("code", "enableWhen", "initial")) {
            node.all(within).forEach(each -> SheetExtensions.name(each, ExtensionPlace.WITHIN, link, findings));
        }
        if (kind.get() == ItemKind.ATTACHMENT || kind.get() == ItemKind.REFERENCE) {
            unsupported("item-type", node, link, kind.get().word() + " cannot be answered here; it is shown as such");
        }
        int own = number;
        var choices = choices(node, kind.get(), link);
        var units = SheetExtensions.all(node, "questionnaire-unitOption").stream()
                .map(each -> FhirAnswers.code(each.at("valueCoding")))
                .toList();
        var unit = SheetExtensions.first(node, "questionnaire-unit").at("valueCoding");
        var items = items(node, depth + 1);
        var help = beside(node, items, "help");
        var unitWords = beside(node, items, "unit");
        var rules = rules(node, kind.get(), link);
        if (unit.exists() && (kind.get() == ItemKind.DECIMAL || kind.get() == ItemKind.INTEGER)) {
            unsupported(
                    "unit-of-number",
                    node,
                    link,
                    "the unit stands beside the field and in what is extracted, not in the response: ask for a quantity");
        }
        if (rules.repeats() && kind.get() != ItemKind.GROUP && items.stream().anyMatch(ItemReader::isAsked)) {
            unsupported(
                    "children-of-repeats", node, link, "what stands below a repeating question is asked once for it");
        }
        return Optional.of(new SheetItem(
                own,
                link,
                kind.get(),
                FhirAnswers.text(node, "text"),
                FhirAnswers.codes(node, "code"),
                rules,
                look(node, help, unitWords, link),
                enableWhen(node, link),
                node.text("enableBehavior").equals("any"),
                choices,
                kind.get() == ItemKind.OPEN_CHOICE,
                units.isEmpty() && unit.exists() ? List.of(FhirAnswers.code(unit)) : units,
                initial(node, kind.get(), choices, link),
                expressions(node, link),
                extraction(node, link),
                items.stream()
                        .filter(item -> help.filter(item::equals).isEmpty()
                                && unitWords.filter(item::equals).isEmpty())
                        .toList()));
    }

    private static boolean isAsked(SheetItem item) {
        return item.kind() != ItemKind.DISPLAY;
    }

    private ItemRules rules(JsonValue node, ItemKind kind, String link) {
        int min = whole(SheetExtensions.first(node, "questionnaire-minOccurs").text("valueInteger"), 0);
        int max = whole(SheetExtensions.first(node, "questionnaire-maxOccurs").text("valueInteger"), ItemRules.OCCURS);
        if (max > ItemRules.OCCURS || min > ItemRules.OCCURS) {
            unsupported("occurs", node, link, "at most " + ItemRules.OCCURS + " times");
        }
        if (kind == ItemKind.BOOLEAN && node.text("repeats").equals("true")) {
            unsupported("occurs", node, link, "a yes or no is answered once");
        }
        var least = limit(node, "minValue", "sdc-questionnaire-minQuantity");
        var most = limit(node, "maxValue", "sdc-questionnaire-maxQuantity");
        return new ItemRules(
                node.text("required").equals("true") && kind != ItemKind.DISPLAY,
                node.text("repeats").equals("true") && kind != ItemKind.DISPLAY && kind != ItemKind.BOOLEAN,
                node.text("readOnly").equals("true"),
                SheetExtensions.isSet(node, "questionnaire-hidden"),
                Math.min(min, ItemRules.OCCURS),
                Math.clamp(max, 1, ItemRules.OCCURS),
                whole(SheetExtensions.first(node, "minLength").text("valueInteger"), 0),
                Math.min(whole(node.text("maxLength"), LENGTH), LENGTH),
                whole(SheetExtensions.first(node, "maxDecimalPlaces").text("valueInteger"), -1),
                least.orElse(null),
                most.orElse(null));
    }

    private static Optional<AnswerValue> limit(JsonValue node, String plain, String ofQuantity) {
        var limit = SheetExtensions.first(node, plain);
        return FhirAnswers.value(limit.exists() ? limit : SheetExtensions.first(node, ofQuantity), "value");
    }

    private static int whole(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private ItemLook look(JsonValue node, Optional<SheetItem> help, Optional<SheetItem> unit, String link) {
        var media = SheetExtensions.first(node, "sdc-questionnaire-itemMedia").at("valueAttachment");
        if (!media.text("url").isEmpty() || !media.text("data").isEmpty()) {
            unsupported("item-media", node, link, "its words are shown; the picture or film itself is not");
        }
        var hint = SheetExtensions.first(node, "entryFormat").text("valueString");
        return new ItemLook(
                control(node, link),
                FhirAnswers.text(node, "prefix"),
                help.map(SheetItem::text).orElse(SheetWords.of(hint)),
                unit.map(SheetItem::text)
                        .orElseGet(() -> FhirAnswers.text(
                                SheetExtensions.first(node, "questionnaire-unit")
                                        .at("valueCoding"),
                                "display")),
                FhirAnswers.text(media, "title"),
                SheetExtensions.isSet(node, "sheet-page-break"));
    }

    private ItemControl control(JsonValue node, String link) {
        var said = controlWord(node);
        return switch (said) {
            case "radio-button" -> ItemControl.RADIO;
            case "drop-down", "autocomplete" -> ItemControl.DROP_DOWN;
            case "check-box" -> ItemControl.CHECK_BOX;
            case "spinner", "keypad" -> ItemControl.KEYPAD;
            case "", "text-box", "help", "unit", "prompt", "inline", "page", "header", "footer", "lower", "upper" ->
                ItemControl.DEFAULT;
            // From outside: controls of other programs.
            default -> {
                unsupported("item-control", node, link, "shown without its control: " + said);
                yield ItemControl.DEFAULT;
            }
        };
    }

    private static String controlWord(JsonValue node) {
        return SheetExtensions.first(node, "questionnaire-itemControl").text("valueCodeableConcept.coding.code");
    }

    /// The first child that helps or names a unit stands beside its item; what there is more stands below it.
    private static Optional<SheetItem> beside(JsonValue parent, List<SheetItem> items, String control) {
        var links = parent.all("item").stream()
                .filter(child -> controlWord(child).equals(control))
                .map(child -> child.text("linkId"))
                .collect(Collectors.toUnmodifiableSet());
        return items.stream()
                .filter(item -> item.kind() == ItemKind.DISPLAY && links.contains(item.linkId()))
                .findFirst();
    }

    private List<EnableRule> enableWhen(JsonValue node, String link) {
        var rules = new ArrayList<EnableRule>();
        for (var when : node.all("enableWhen")) {
            var operator = EnableOperator.of(when.text("operator"));
            var expected = FhirAnswers.value(when, "answer");
            if (operator.isEmpty() || expected.isEmpty()) {
                refused("enable-when", when, link, "needs an operator and an answer that is known here");
                continue;
            }
            rules.add(new EnableRule(when.text("question"), operator.get(), expected.get()));
        }
        return rules;
    }

    private List<AnswerChoice> choices(JsonValue node, ItemKind kind, String link) {
        var choices = new ArrayList<AnswerChoice>();
        for (var option : node.all("answerOption")) {
            SheetExtensions.name(option, ExtensionPlace.WITHIN, link, findings);
            SheetExtensions.name(option.at("valueCoding"), ExtensionPlace.WITHIN, link, findings);
            var value = FhirAnswers.value(option, "value");
            if (value.isEmpty()) {
                unsupported("answer-option", option, link, "an option of a kind that is not known here");
                continue;
            }
            choices.add(new AnswerChoice(
                    value.get(),
                    label(value.get(), option),
                    option.text("initialSelected").equals("true")));
        }
        var named = node.text("answerValueSet");
        if (!named.isEmpty()) {
            var codes = valueSets.codes(named);
            if (codes.isEmpty()) {
                unsupported(
                        "value-set",
                        node,
                        link,
                        "its codes stand neither in the file nor here, so it is answered in words: " + named);
            }
            codes.orElse(List.of())
                    .forEach(
                            code -> choices.add(new AnswerChoice(new AnswerValue.Chosen(code), code.display(), false)));
        }
        if (kind.isChoice() && choices.isEmpty() && named.isEmpty()) {
            refused("no-options", node, link, "a choice without anything to choose");
        }
        if (choices.size() > ValueSets.MOST) {
            refused("too-many-options", node, link, "at most " + ValueSets.MOST);
        }
        return choices;
    }

    private static SheetWords label(AnswerValue value, JsonValue option) {
        return value instanceof AnswerValue.Chosen(var code)
                ? new SheetWords(
                        code.display().isEmpty() ? code.code() : code.display().plain(),
                        code.display().translations())
                : FhirAnswers.text(option, "valueString").isEmpty()
                        ? SheetWords.of(value.typed())
                        : FhirAnswers.text(option, "valueString");
    }

    private List<AnswerValue> initial(JsonValue node, ItemKind kind, List<AnswerChoice> choices, String link) {
        var initial = Stream.concat(
                        node.all("initial").stream().flatMap(each -> FhirAnswers.value(each, "value").stream()),
                        choices.stream().filter(AnswerChoice::initially).map(AnswerChoice::value))
                .toList();
        if (!initial.stream().allMatch(kind::takes)) {
            refused("initial", node, link, "an initial value of another kind than the item");
        }
        if (kind == ItemKind.CHOICE
                && initial.stream()
                        .anyMatch(value -> choices.stream()
                                .noneMatch(choice -> choice.value().means(value)))) {
            refused("initial", node, link, "an initial value that is none of the options");
        }
        return initial;
    }

    private ItemExpressions expressions(JsonValue node, String link) {
        return new ItemExpressions(
                expression(node, "sdc-questionnaire-initialExpression", link),
                expression(node, "sdc-questionnaire-calculatedExpression", link),
                expression(node, "sdc-questionnaire-enableWhenExpression", link),
                variables(node, link));
    }

    List<SheetVariable> variables(JsonValue node, String link) {
        return SheetExtensions.all(node, "variable").stream()
                .map(each -> new SheetVariable(
                        each.text("valueExpression.name"), language(each.at("valueExpression"), link)))
                .filter(variable -> !variable.expression().isEmpty())
                .toList();
    }

    private String expression(JsonValue node, String name, String link) {
        return language(SheetExtensions.first(node, name).at("valueExpression"), link);
    }

    private String language(@Nullable JsonValue expression, String link) {
        if (expression == null || !expression.exists()) {
            return "";
        }
        if (!expression.text("language").equals("text/fhirpath")) {
            unsupported(
                    "expression-language", expression, link, "only FHIRPath is run: " + expression.text("language"));
            return "";
        }
        if (expression.text("expression").isEmpty()) {
            unsupported(
                    "expression",
                    expression,
                    link,
                    "only what the file itself says is run: " + expression.text("reference"));
        }
        return expression.text("expression");
    }

    private ItemExtraction extraction(JsonValue node, String link) {
        var category = SheetExtensions.first(node, "sdc-questionnaire-observation-extract-category");
        var other = SheetExtensions.first(node, "sdc-questionnaire-observationExtractCategory");
        var coding = (category.exists() ? category : other).at("valueCodeableConcept.coding");
        var period = SheetExtensions.first(node, "sdc-questionnaire-observationLinkPeriod")
                .at("valueDuration");
        var since = ProposalPeriod.of(period.text("value"), period.text("code"));
        if (period.exists() && since.isEmpty()) {
            unsupported("link-period", node, link, "h, d, wk, mo or a, up to ten years: nothing is proposed");
        }
        var extract = SheetExtensions.first(node, "sdc-questionnaire-observationExtract");
        if (extract.exists() && extract.text("valueBoolean").isEmpty()) {
            unsupported(
                    "sdc-questionnaire-observationExtract",
                    extract,
                    link,
                    "done as valueBoolean alone: no Observation");
        }
        return new ItemExtraction(
                SheetExtensions.isSet(node, "sdc-questionnaire-observationExtract"),
                node.text("definition").endsWith("#Observation.effective[x]"),
                coding.exists() ? FhirAnswers.code(coding) : ItemExtraction.SURVEY,
                templates(node),
                since);
    }

    static List<String> templates(JsonValue node) {
        return SheetExtensions.all(node, "sdc-questionnaire-templateExtract").stream()
                .flatMap(each -> each.all("extension").stream())
                .filter(part -> part.text("url").equals("template"))
                .map(part -> part.text("valueReference.reference"))
                .map(reference -> reference.startsWith("#") ? reference.substring(1) : reference)
                .toList();
    }

    private void refused(String code, JsonValue node, String link, String text) {
        findings.add(SheetFinding.refused(code, node.line(), link, text));
    }

    private void unsupported(String code, JsonValue node, String link, String text) {
        findings.add(SheetFinding.unsupported(code, node.line(), link, text));
    }
}
