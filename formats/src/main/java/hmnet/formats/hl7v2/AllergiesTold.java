package hmnet.formats.hl7v2;

import hmnet.formats.chart.Allergies;
import java.util.List;

/// Allergies, by IAM or AL1 (アレルギー). A message without one says nothing.
final class AllergiesTold {
    private AllergiesTold() {}

    static List<Told> of(About about) {
        for (var segment : List.of("IAM", "AL1")) {
            var items = AllergyLines.of(about.message(), segment).stream()
                    .map(AllergyLines::item)
                    .toList();
            if (!items.isEmpty()) {
                return List.of(Told.of("ALLERGY/" + segment, new Allergies("allergy", about.fallback(), items)));
            }
        }
        return List.of();
    }
}
