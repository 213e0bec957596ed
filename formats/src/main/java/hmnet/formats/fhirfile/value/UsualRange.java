package hmnet.formats.fhirfile.value;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is usual (基準範囲): two numbers of the first range that is for everybody, all else in words.
///
/// @param words as sent, empty where two numbers say it
public record UsualRange(String low, String high, String words) {
    public static UsualRange of(List<JsonValue> ranges, String unit) {
        var low = "";
        var high = "";
        boolean numbered = false;
        Set<String> words = new LinkedHashSet<>();
        for (var range : ranges) {
            boolean plain = isPlain(range, unit);
            if (plain && !numbered) {
                low = range.text("low.value");
                high = range.text("high.value");
                numbered = !low.isEmpty() || !high.isEmpty();
                words.add(isSame(range.text("text"), low, high) ? "" : range.text("text"));
            } else {
                words.add(said(range));
            }
        }
        return new UsualRange(
                low, high, words.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("、")));
    }

    private static boolean isPlain(JsonValue range, String unit) {
        var type = range.text("type.coding.code");
        var own = Quantities.amount(range.at("low").exists() ? range.at("low") : range.at("high"))
                .unitShown();
        return (type.isEmpty() || type.equals("normal"))
                && !range.at("appliesTo").exists()
                && !range.at("age").exists()
                && (own.isEmpty() || unit.isEmpty() || own.equals(unit));
    }

    /// Whether the text says the two numbers once more.
    private static boolean isSame(String text, String low, String high) {
        return text.replaceAll("[\\s-～~–—]", "").equals((low + high).replaceAll("[\\s-]", ""));
    }

    private static String said(JsonValue range) {
        var of = Codes.concept(range.at("type")).shown();
        var whom = range.all("appliesTo").stream()
                .map(each -> Codes.concept(each).shown())
                .collect(Collectors.joining(" "));
        var age = Quantities.range(range.at("age")).shown();
        var numbers = Quantities.range(range).shown();
        return List.of(of, whom, age, numbers, range.text("text")).stream()
                .filter(each -> !each.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
