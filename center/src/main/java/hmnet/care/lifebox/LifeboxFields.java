package hmnet.care.lifebox;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Answers to the sheet of the life box, as a form sends them (命の宝箱の欄).
final class LifeboxFields {
    private LifeboxFields() {}

    /// @param pairs a linkId and its words, or `linkId=` and the code of an option
    static Map<String, String> of(FormSheet sheet, String... pairs) {
        var fields = new HashMap<String, String>();
        for (var n = 0; n < pairs.length; n += 2) {
            var isOption = pairs[n].endsWith("=");
            var linkId = isOption ? pairs[n].substring(0, pairs[n].length() - 1) : pairs[n];
            var path = path(sheet.items(), linkId, "");
            fields.put("a-" + path, isOption ? option(sheet, linkId, pairs[n + 1]) : pairs[n + 1]);
        }
        return fields;
    }

    /// In the first repetition of what it stands in.
    private static String path(List<SheetItem> items, String linkId, String before) {
        return items.stream()
                .map(item -> item.linkId().equals(linkId)
                        ? before + item.number()
                        : path(item.items(), linkId, before + item.number() + ".0-"))
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String option(FormSheet sheet, String linkId, String code) {
        var choices = sheet.all()
                .filter(item -> item.linkId().equals(linkId))
                .findFirst()
                .orElseThrow()
                .choices();
        return IntStream.range(0, choices.size())
                .filter(n -> choices.get(n).value() instanceof AnswerValue.Chosen(var choice)
                        && choice.code().equals(code))
                .mapToObj(Integer::toString)
                .findFirst()
                .orElseThrow();
    }
}
