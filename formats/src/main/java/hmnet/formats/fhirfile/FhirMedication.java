package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which drug (薬剤の名前と混注内容): named in place, or by a Medication within the resource or the file. Where a
/// Medication has a name of its own, what it consists of stands beside it; where it has none, or says how much
/// of each goes into one time, its ingredients are what is given.
///
/// @param named `薬剤名なし` where nobody names it
/// @param notes what else was said of it
record FhirMedication(Concept named, List<Ingredient> ingredients, List<String> notes, boolean isUnnamed) {
    private static final String UNNAMED = "薬剤名なし";

    static FhirMedication of(Resource resource, Support others) {
        var inline = Codes.concept(resource.node().at("medicationCodeableConcept"));
        var reference = resource.node().at("medicationReference");
        var medication = others.find(resource, reference.text("reference"));
        var code = Codes.concept(medication.at("code"));
        var named = !inline.isNone() ? inline : code.isNone() ? Concept.of(reference.text("display")) : code;
        var parts = medication.all("ingredient");
        boolean mixed = !parts.isEmpty()
                && (code.isNone() || parts.stream().allMatch(part -> isOneTime(part.at("strength.denominator"))));
        var notes = notes(medication);
        var ingredients = new ArrayList<Ingredient>();
        for (var part : parts) {
            var drug = ingredient(part, resource, others);
            var strength = part.at("strength");
            boolean once = isOneTime(strength.at("denominator"));
            if (mixed && !drug.isNone()) {
                ingredients.add(
                        new Ingredient(main(drug), once ? Quantities.amount(strength.at("numerator")) : Amount.NONE));
            }
            if (strength.exists() && !once || !mixed) {
                notes.add(
                        "成分 " + drug.shown() + " " + Quantities.ratio(strength).shown());
            }
        }
        if (mixed && !named.isNone()) {
            notes.addFirst("混合 " + named.shown());
        }
        if (named.isNone() && !ingredients.isEmpty()) {
            named = ingredients.getFirst().drug();
        }
        boolean unnamed = named.isNone();
        var shown = unnamed ? Concept.of((UNNAMED + " " + reference.text("reference")).strip()) : main(named);
        return new FhirMedication(shown, List.copyOf(ingredients), List.copyOf(notes), unnamed);
    }

    /// All names in it, so that none hides behind another.
    Stream<Concept> names() {
        return ingredients.isEmpty()
                ? Stream.of(named)
                : Stream.concat(ingredients.stream().map(Ingredient::drug), Stream.of(named))
                        .distinct();
    }

    /// How much goes into one time, not how strong a preparation is.
    private static boolean isOneTime(JsonValue denominator) {
        var unit = denominator.text("code").isEmpty() ? denominator.text("unit") : denominator.text("code");
        return !denominator.exists() || unit.equals("TIME") || unit.equals("回");
    }

    private static Concept ingredient(JsonValue part, Resource resource, Support others) {
        var inline = Codes.concept(part.at("itemCodeableConcept"));
        var reference = part.at("itemReference");
        var named =
                Codes.concept(others.find(resource, reference.text("reference")).at("code"));
        return !inline.isNone() ? inline : named.isNone() ? Concept.of(reference.text("display")) : named;
    }

    private static ArrayList<String> notes(JsonValue medication) {
        var notes = new ArrayList<String>();
        if (!medication.text("batch.lotNumber").isEmpty()) {
            notes.add("ロット " + medication.text("batch.lotNumber"));
        }
        if (medication.text("status").equals("inactive")) {
            notes.add("使われなくなった薬剤");
        }
        return notes;
    }

    /// The code lists rest on stands first.
    private static Concept main(Concept drug) {
        var main = Codes.main(drug);
        return drug.codes().isEmpty() || drug.first().equals(main)
                ? drug
                : new Concept(
                        drug.text(),
                        Stream.concat(Stream.of(main), drug.codes().stream().filter(code -> !code.equals(main)))
                                .toList());
    }
}
