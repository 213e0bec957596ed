package hmnet.formats.fhir;

import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.Optional;
import java.util.Set;

/// Allergies as a row (アレルギーの行): JP_AllergyIntolerance. None without an item: silence is no denial.
final class AllergiesRow {
    private AllergiesRow() {}

    static Optional<Part> of(Allergies allergies, Ids ids) {
        if (allergies.items().isEmpty()) {
            return Optional.empty();
        }
        var bundle = new Bundle(ids);
        for (var item : allergies.items()) {
            var key = item.category() + "/" + (item.code().isBlank() ? item.name() : item.code());
            AllergyJson.write(bundle, bundle.distinct(key), item);
        }
        return Optional.of(Rows.RowFrame.of(RecordKind.ALLERGY, allergies, Set.of(), "")
                .part(
                        AllergyExtract.title(allergies.items()),
                        allergies.items().stream()
                                .filter(item -> !item.code().isBlank())
                                .map(item -> new Code(item.system(), item.code(), item.name()))
                                .toList(),
                        new AllergyExtract(allergies.items()),
                        bundle));
    }
}
