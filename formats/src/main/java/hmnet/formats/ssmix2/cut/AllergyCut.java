package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.AllergyJson;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7v2.segment.AllergyLines;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts allergies (アレルギー): one row per file. A file without an item gives no row, since silence is no
/// denial.
final class AllergyCut {
    private AllergyCut() {}

    /// @param name IAM or AL1; they agree in their first five fields
    static List<Part> cut(Source source, String name) {
        var allergens = AllergyLines.of(source.message(), name);
        if (allergens.isEmpty()) {
            return List.of();
        }
        var keys = Keys.of(allergens, AllergyCut::key, allergen -> key(allergen) + "/" + allergen.text(11));
        var bundle = new Bundle(source.ids());
        var items = new ArrayList<AllergyExtract.AllergyItem>();
        var codes = new ArrayList<Code>();
        for (var allergen : allergens) {
            var item = AllergyLines.item(allergen);
            items.add(item);
            AllergyJson.write(bundle, keys.getOrDefault(allergen, ""), item, allergen);
            if (!item.code().isBlank()) {
                codes.add(new Code(CodingSystems.uri(allergen.text(3, 3)), item.code(), item.name()));
            }
        }
        return List.of(new Part(
                RecordKind.ALLERGY,
                "allergy",
                source.firstOf(),
                Set.of(),
                false,
                false,
                null,
                codes,
                AllergyExtract.title(items),
                new AllergyExtract(items).write(),
                bundle.bytes(),
                bundle.resources()));
    }

    private static String key(Segment allergen) {
        if (allergen.is("IAM") && allergen.has(7)) {
            return allergen.text(7);
        }
        return allergen.text(2) + "/" + (allergen.has(3) ? allergen.text(3) : Names.of(allergen, 3));
    }
}
