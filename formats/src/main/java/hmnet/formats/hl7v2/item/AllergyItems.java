package hmnet.formats.hl7v2.item;

import hmnet.formats.hl7v2.segment.AllergyLines;
import hmnet.formats.model.chart.Allergies;
import java.util.List;

/// Allergies, by IAM or AL1 (アレルギー). A message without one says nothing; one whose allergies are all withdrawn
/// takes the list away.
final class AllergyItems {
    private AllergyItems() {}

    static List<MessageItem> of(MessageContext about) {
        for (var segment : List.of("IAM", "AL1")) {
            var items = AllergyLines.of(about.message(), segment).stream()
                    .map(AllergyLines::item)
                    .toList();
            if (items.isEmpty() && about.message().first(segment) != null && segment.equals("IAM")) {
                return List.of(MessageItem.gone("ALLERGY/IAM"));
            }
            if (!items.isEmpty()) {
                return List.of(MessageItem.of("ALLERGY/" + segment, new Allergies("allergy", about.fallback(), items)));
            }
        }
        return List.of();
    }
}
