package hmnet.formats.fhirfile.value;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.extract.DocumentExtract.SectionItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A QuestionnaireResponse in words (帳票の回答): each group at its top is a section, each answered question a line. A
/// question
/// without words of its own is called by its linkId.
public final class AnsweredItems {
    private static final String DISPLAY = "http://hl7.org/fhir/StructureDefinition/display";

    /// Says of an answer that it is a value of the chart: of which day, and whose.
    public static final String ORIGIN = "urn:hmnet:sheet-answer-origin";

    private static final String UNREAD = "（FHIRにあり）";

    private static final Map<String, String> YES_NO = Map.of("true", "はい", "false", "いいえ");

    private AnsweredItems() {}

    /// What the sheet is called, as far as the response says.
    public static String title(JsonValue response) {
        return response.all("_questionnaire.extension").stream()
                .filter(extension -> extension.text("url").equals(DISPLAY))
                .map(extension -> extension.text("valueString"))
                .findFirst()
                .orElse("");
    }

    public static List<SectionItem> sections(JsonValue response) {
        var sections = new ArrayList<SectionItem>();
        var loose = new ArrayList<String>();
        for (var item : response.all("item")) {
            if (item.at("answer").exists()) {
                lines(item, "", loose);
            } else {
                flush(loose, sections);
                var lines = new ArrayList<String>();
                item.all("item").forEach(below -> lines(below, "", lines));
                add(name(item), lines, sections);
            }
        }
        flush(loose, sections);
        return List.copyOf(sections);
    }

    private static void flush(List<String> loose, List<SectionItem> sections) {
        add("", loose, sections);
        loose.clear();
    }

    private static void add(String title, List<String> lines, List<SectionItem> sections) {
        if (!lines.isEmpty()) {
            sections.add(new SectionItem(title, String.join("\n", lines)));
        }
    }

    private static void lines(JsonValue item, String before, List<String> lines) {
        var answers = item.all("answer");
        var said = answers.stream().map(AnsweredItems::answer).filter(words -> !words.isEmpty());
        if (answers.isEmpty()) {
            lines.add(before + name(item));
        } else {
            lines.add(before + name(item) + ": " + said.collect(Collectors.joining("、"))
                    + origin(item).map(from -> "（" + from + " の値）").orElse(""));
        }
        item.all("item").forEach(below -> lines(below, before + "　", lines));
        answers.stream()
                .flatMap(answer -> answer.all("item").stream())
                .forEach(below -> lines(below, before + "　", lines));
    }

    /// Where an answer came from that nobody measured anew, as the response says it.
    public static Optional<String> origin(JsonValue item) {
        return item.all("extension").stream()
                .filter(extension -> extension.text("url").equals(ORIGIN))
                .map(extension -> extension.text("valueString"))
                .filter(from -> !from.isEmpty())
                .findFirst();
    }

    private static String name(JsonValue item) {
        return item.text("text").isEmpty() ? item.text("linkId") : item.text("text");
    }

    /// What cannot be said in words stands in the response still, and is never shown as nothing.
    private static String answer(JsonValue answer) {
        var words = words(answer);
        return words.isEmpty() && answer.members().keySet().stream().anyMatch(name -> !name.equals("item"))
                ? UNREAD
                : words;
    }

    private static String words(JsonValue answer) {
        for (var member : answer.members().entrySet()) {
            var value = member.getValue();
            switch (member.getKey()) {
                case "valueCoding" -> {
                    var code = value.text("display").isEmpty() ? value.text("code") : value.text("display");
                    return code.isEmpty() ? Codes.concept(value).shown() : code;
                }
                case "valueQuantity" -> {
                    var amount = Quantities.amount(value);
                    return amount.isNone() ? "" : amount.value() + amount.unitShown();
                }
                case "valueBoolean" -> {
                    return YES_NO.getOrDefault(value.text(), "");
                }
                case "valueAttachment" -> {
                    return value.text("title").isEmpty() ? "添付" + UNREAD : value.text("title");
                }
                case "valueReference" -> {
                    return Stream.of("display", "reference", "identifier.value")
                            .map(value::text)
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
                }
                // From outside: what is written as it is, and what is no value.
                default -> {
                    if (member.getKey().startsWith("value")) {
                        return value.text().strip();
                    }
                }
            }
        }
        return "";
    }
}
