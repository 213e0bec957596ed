package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Times of day by meals and sleep (食事・睡眠との関係), as FHIR's event-timing codes name them.
final class MealTimes {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("MORN", "朝"),
            Map.entry("MORN.early", "早朝"),
            Map.entry("MORN.late", "午前遅く"),
            Map.entry("NOON", "正午"),
            Map.entry("AFT", "午後"),
            Map.entry("AFT.early", "午後早く"),
            Map.entry("AFT.late", "午後遅く"),
            Map.entry("EVE", "夕"),
            Map.entry("EVE.early", "夕方早く"),
            Map.entry("EVE.late", "夕方遅く"),
            Map.entry("NIGHT", "夜"),
            Map.entry("PHS", "就寝後"),
            Map.entry("HS", "就寝時"),
            Map.entry("WAKE", "起床時"),
            Map.entry("C", "食事時"),
            Map.entry("CM", "朝食時"),
            Map.entry("CD", "昼食時"),
            Map.entry("CV", "夕食時"),
            Map.entry("AC", "食前"),
            Map.entry("ACM", "朝食前"),
            Map.entry("ACD", "昼食前"),
            Map.entry("ACV", "夕食前"),
            Map.entry("PC", "食後"),
            Map.entry("PCM", "朝食後"),
            Map.entry("PCD", "昼食後"),
            Map.entry("PCV", "夕食後"));

    private MealTimes() {}

    static List<String> of(JsonValue repeat, DosingWords words) {
        var said = new ArrayList<String>();
        var offset = repeat.text("offset").isEmpty() ? "" : "（" + repeat.text("offset") + "分）";
        for (var when : repeat.all("when")) {
            var word = WORDS.get(when.text());
            if (word == null) {
                words.notUnderstood("timing.repeat.when", when.text() + offset);
            } else {
                said.add(word + offset);
            }
        }
        return said.isEmpty() ? List.of() : List.of(String.join("・", said));
    }
}
