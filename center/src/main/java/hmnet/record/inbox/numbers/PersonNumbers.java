package hmnet.record.inbox.numbers;

import hmnet.formats.base.hl7.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Where a message may name a person by a number (個人を番号で示す項目): the fields that HL7 keeps for it,
/// and free text that says so itself. The order, visit and document numbers of a hospital stand elsewhere and
/// are not looked at.
public final class PersonNumbers {
    private static final Map<String, List<Integer>> FIELDS = Map.of(
            "PID", List.of(2, 3, 4, 19),
            "MRG", List.of(1, 2, 3, 4),
            "NK1", List.of(33, 37),
            "GT1", List.of(2, 19),
            "IN1", List.of(2, 3, 10, 36, 49),
            "IN2", List.of(1, 2));
    private static final Pattern BLOTTED = Pattern.compile("(?:[*＊][ 　\\-−ー－‐-―]{0,3}){12}");

    private PersonNumbers() {}

    /// The numbers, each with where it stands, such as `PID-2`.
    public static Map<String, String> in(Message message) {
        var found = new LinkedHashMap<String, String>();
        for (var segment : message.segments()) {
            for (var field : FIELDS.getOrDefault(segment.name(), List.of())) {
                for (var n = 1; n <= segment.repetitions(field); n++) {
                    found.putIfAbsent(segment.text(field, n, 1), segment.name() + "-" + field);
                }
            }
            var words = segment.toString();
            SheetNumbers.named(words).forEach(number -> found.putIfAbsent(number, segment.name()));
            var blotted = BLOTTED.matcher(words);
            while (SheetNumbers.isNamed(words) && blotted.find()) {
                found.putIfAbsent(blotted.group(), segment.name());
            }
        }
        return found;
    }
}
