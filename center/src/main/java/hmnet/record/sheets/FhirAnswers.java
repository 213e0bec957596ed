package hmnet.record.sheets;

import hmnet.formats.base.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values as FHIR's JSON writes them, read and written (値の読み書き).
public final class FhirAnswers {
    private FhirAnswers() {}

    /// Words with their translations, as they stand beside an element.
    static SheetWords text(JsonValue of, String element) {
        var translations = new LinkedHashMap<String, String>();
        for (var translation : SheetExtensions.all(of.at("_" + element), "translation")) {
            var language = "";
            var content = "";
            for (var part : translation.all("extension")) {
                if (part.text("url").equals("lang")) {
                    language = part.text("valueCode");
                } else if (part.text("url").equals("content")) {
                    content = part.text("valueString") + part.text("valueMarkdown");
                }
            }
            if (!language.isEmpty() && !content.isEmpty()) {
                translations.put(language, content);
            }
        }
        return new SheetWords(of.text(element), translations);
    }

    static SheetCode code(JsonValue coding) {
        return new SheetCode(coding.text("system"), coding.text("code"), text(coding, "display"));
    }

    static List<SheetCode> codes(JsonValue of, String path) {
        return of.all(path).stream().map(FhirAnswers::code).toList();
    }

    /// What stands as `value[x]` or `answer[x]`; nothing for what is no value here.
    public static Optional<AnswerValue> value(JsonValue of, String stem) {
        return of.members().entrySet().stream()
                .filter(member ->
                        member.getKey().startsWith(stem) && member.getKey().length() > stem.length())
                .flatMap(member -> value(member.getKey().substring(stem.length()), member.getValue()).stream())
                .findFirst();
    }

    private static Optional<AnswerValue> value(String type, JsonValue node) {
        var text = node.text().strip();
        try {
            return switch (type) {
                case "String", "Uri", "Url", "Canonical", "Code", "Markdown" ->
                    text.isEmpty() ? Optional.empty() : Optional.of(new AnswerValue.Words(node.text()));
                case "Boolean" -> Optional.of(new AnswerValue.YesNo(text.equals("true")));
                case "Integer", "PositiveInt", "UnsignedInt" ->
                    Optional.of(new AnswerValue.Whole(Integer.parseInt(text)));
                case "Decimal" -> Optional.of(new AnswerValue.Fraction(number(text)));
                case "Date", "DateTime", "Time", "Instant" -> Optional.of(new AnswerValue.Moment(text));
                case "Coding" -> Optional.of(new AnswerValue.Chosen(code(node)));
                case "Quantity" ->
                    node.text("value").isEmpty()
                            ? Optional.empty()
                            : Optional.of(new AnswerValue.Measured(
                                    number(node.text("value")),
                                    SheetCode.of(node.text("system"), node.text("code"), node.text("unit"))));
                // From outside: types that are no answers here.
                default -> Optional.empty();
            };
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    /// @throws NumberFormatException for what is none, or has more digits than anybody measures
    public static BigDecimal number(String text) {
        if (text.length() > 40) {
            throw new NumberFormatException("too many digits");
        }
        var number = new BigDecimal(text);
        if (number.precision() > 30 || Math.abs(number.scale()) > 20) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    /// A value as it stands in a response, under the element's name.
    public static Map.Entry<String, JsonValue> element(AnswerValue value, ItemKind kind) {
        return switch (value) {
            case AnswerValue.Unread(var typed, var unit) -> Map.entry("valueString", JsonValue.text(typed, 0));
            case AnswerValue.Words(var text) ->
                Map.entry(kind == ItemKind.URL ? "valueUri" : "valueString", JsonValue.text(text, 0));
            case AnswerValue.Whole(var number) ->
                Map.entry("valueInteger", JsonValue.number(Integer.toString(number), 0));
            case AnswerValue.Fraction(var number) ->
                Map.entry("valueDecimal", JsonValue.number(number.toPlainString(), 0));
            case AnswerValue.YesNo(var yes) -> Map.entry("valueBoolean", JsonValue.flag(yes, 0));
            case AnswerValue.Moment(var text) -> Map.entry(moment(text, kind), JsonValue.text(text, 0));
            case AnswerValue.Chosen(var code) -> Map.entry("valueCoding", coding(code));
            case AnswerValue.Measured(var number, var unit) -> Map.entry("valueQuantity", quantity(number, unit));
        };
    }

    private static String moment(String text, ItemKind kind) {
        return switch (kind) {
            case DATE_TIME -> "valueDateTime";
            case TIME -> "valueTime";
            case GROUP,
                    DISPLAY,
                    BOOLEAN,
                    DECIMAL,
                    INTEGER,
                    DATE,
                    STRING,
                    TEXT,
                    URL,
                    CHOICE,
                    OPEN_CHOICE,
                    QUANTITY,
                    ATTACHMENT,
                    REFERENCE -> text.contains(":") ? "valueTime" : "valueDate";
        };
    }

    public static JsonValue coding(SheetCode code) {
        var coding = JsonValue.object();
        put(coding, "system", code.system());
        put(coding, "code", code.code());
        put(coding, "display", code.display().plain());
        return coding;
    }

    public static JsonValue quantity(BigDecimal number, SheetCode unit) {
        var quantity = JsonValue.object().put("value", JsonValue.number(number.toPlainString(), 0));
        put(
                quantity,
                "unit",
                unit.display().plain().isEmpty() ? unit.code() : unit.display().plain());
        put(quantity, "system", unit.system());
        put(quantity, "code", unit.code());
        return quantity;
    }

    public static void put(JsonValue object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, JsonValue.text(text, 0));
        }
    }
}
