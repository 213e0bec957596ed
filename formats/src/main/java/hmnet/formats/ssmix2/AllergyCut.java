package hmnet.formats.ssmix2;

import hmnet.formats.Code;
import hmnet.formats.Part;
import hmnet.formats.RecordKind;
import hmnet.formats.extract.AllergyExtract;
import hmnet.formats.fhir.AllergyJson;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.fhir.Names;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts allergies (アレルギー): one row per file. A file without an item gives no row, since silence is no
/// denial.
final class AllergyCut {
    /// What senders write where they mean "asked, none".
    private static final Set<String> DENIALS =
            Set.of("なし", "無し", "無", "ナシ", "特になし", "特記事項なし", "アレルギーなし", "アレルギー無し", "既往なし", "薬剤アレルギーなし", "食物アレルギーなし");

    private AllergyCut() {}

    /// @param name IAM or AL1; they agree in their first five fields
    static List<Part> cut(Source source, String name) {
        var allergens = source.message().all(name).stream()
                .filter(allergen -> !Names.of(allergen, 3).isBlank() && !withdrawn(allergen))
                .toList();
        if (allergens.isEmpty()) {
            return List.of();
        }
        var keys = Keys.of(allergens, AllergyCut::key, allergen -> key(allergen) + "/" + allergen.text(11));
        var bundle = new Bundle(source.ids());
        var items = new ArrayList<AllergyExtract.Item>();
        var codes = new ArrayList<Code>();
        for (var allergen : allergens) {
            var item = item(allergen);
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

    private static boolean withdrawn(Segment allergen) {
        return allergen.is("IAM")
                && (allergen.text(6).equals("D") || allergen.text(17).equals("E"));
    }

    private static String key(Segment allergen) {
        if (allergen.is("IAM") && allergen.has(7)) {
            return allergen.text(7);
        }
        return allergen.text(2) + "/" + (allergen.has(3) ? allergen.text(3) : Names.of(allergen, 3));
    }

    private static AllergyExtract.Item item(Segment allergen) {
        var name = Names.of(allergen, 3);
        var since = Hl7Time.fhir(allergen.text(allergen.is("IAM") ? 11 : 6));
        return new AllergyExtract.Item(
                allergen.text(2),
                name,
                allergen.text(3),
                allergen.text(4),
                allergen.joined(5, " "),
                since.isEmpty() && allergen.is("IAM") ? allergen.text(12) : since,
                DENIALS.contains(name.strip()) ? "denied" : "present");
    }
}
