package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What lists draw of prescriptions, dispensings and administrations (薬の抜粋).
final class FhirDrugs {
    private FhirDrugs() {}

    static Concept drug(Resource resource, Support others) {
        var inline = resource.node().at("medicationCodeableConcept");
        if (inline.exists()) {
            return Codes.concept(inline);
        }
        var medication = medication(resource, others);
        var code = Codes.concept(medication.at("code"));
        return code.isNone() ? Codes.concept(medication.at("ingredient.itemCodeableConcept")) : code;
    }

    private static JsonValue medication(Resource resource, Support others) {
        var reference = resource.text("medicationReference.reference");
        if (reference.startsWith("#")) {
            return resource.all("contained").stream()
                    .filter(each -> each.text("id").equals(reference.substring(1)))
                    .findFirst()
                    .orElse(JsonValue.NONE);
        }
        var found = others.find(reference);
        return found == null ? JsonValue.NONE : found.node();
    }

    static PrescriptionExtract extract(List<Resource> resources, Support others, boolean administered) {
        var first = resources.getFirst();
        return new PrescriptionExtract(
                orderClass(first),
                administered,
                first.text("requester.display"),
                "",
                List.of(),
                resources.stream()
                        .flatMap(each -> DrugItems.of(prescribed(each, others)).stream())
                        .toList());
    }

    static String orderClass(Resource resource) {
        return resource.all("category.coding.code").stream()
                .map(JsonValue::text)
                .filter(List.of("OHP", "OHI", "IHP")::contains)
                .findFirst()
                .orElse("");
    }

    /// All that a resource says of its drug.
    static PrescribedDrug prescribed(Resource resource, Support others) {
        var node = resource.node();
        var supply = first(node.at("dispenseRequest.quantity"), node.at("quantity"));
        var days = FhirDosage.days(first(node.at("dispenseRequest.expectedSupplyDuration"), node.at("daysSupply")));
        var sent = resource.all("dosageInstruction").isEmpty()
                ? resource.all("dosage")
                : resource.all("dosageInstruction");
        return PrescribedDrug.of(rp(resource), main(drug(resource, others)))
                .withDrug(main(drug(resource, others)), ingredients(resource, others))
                .withDosages(
                        sent.isEmpty()
                                ? List.of(dated(resource, FhirDosage.of(JsonValue.NONE, days)))
                                : sent.stream()
                                        .map(each -> dated(resource, FhirDosage.of(each, days)))
                                        .toList())
                .withTotal(FhirDosage.amount(supply))
                .withStatus(FhirStates.of(resource))
                .withInstructions(instructions(node))
                .withBy(Concept.of(performer(resource)))
                .withNotes(resource.all("note.text").stream()
                        .map(JsonValue::text)
                        .filter(text -> !text.isBlank())
                        .toList());
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

    private static List<Ingredient> ingredients(Resource resource, Support others) {
        var parts = medication(resource, others).all("ingredient");
        return parts.size() < 2
                ? List.of()
                : parts.stream()
                        .map(part -> new Ingredient(
                                Codes.concept(part.at("itemCodeableConcept")),
                                FhirDosage.amount(part.at("strength.numerator"))))
                        .toList();
    }

    /// 後発品変更不可, and what the resource instructs those who dispense.
    private static List<Concept> instructions(JsonValue node) {
        var instructions = new ArrayList<Concept>();
        if (node.text("substitution.allowedBoolean").equals("false")
                || node.at("substitution.allowedCodeableConcept")
                        .text("coding.code")
                        .equals("N")) {
            var reason = Codes.concept(node.at("substitution.reason")).shown();
            instructions.add(Concept.of(reason.isBlank() ? "後発品変更不可" : "後発品変更不可（" + reason + "）"));
        }
        node.all("dispenseRequest.extension").stream()
                .filter(extension -> extension.text("url").endsWith("InstructionForDispense"))
                .map(extension -> Codes.concept(extension.at("valueCodeableConcept")))
                .forEach(instructions::add);
        instructions.removeIf(Concept::isNone);
        return List.copyOf(instructions);
    }

    private static String performer(Resource resource) {
        return resource.text("performer.actor.display");
    }

    /// When it was given or taken stands beside the dosage.
    private static Dosage dated(Resource resource, Dosage dosage) {
        if (!dosage.period().start().isEmpty()) {
            return dosage;
        }
        var start = resource.text("effectivePeriod.start").isEmpty()
                ? resource.text("effectiveDateTime")
                : resource.text("effectivePeriod.start");
        var period = dosage.period();
        return dosage.with(new DosePeriod(
                start.isEmpty() ? resource.text("authoredOn") : start,
                period.end().isEmpty() ? resource.text("effectivePeriod.end") : period.end(),
                period.days(),
                period.times()));
    }

    private static JsonValue first(JsonValue one, JsonValue other) {
        return one.exists() ? one : other;
    }

    /// RP番号, by either of its systems.
    private static String rp(Resource resource) {
        return resource.all("identifier").stream()
                .filter(identifier -> identifier.text("system").endsWith("RPGroupNumber")
                        || identifier.text("system").endsWith(".20.3.81"))
                .map(identifier -> identifier.text("value"))
                .findFirst()
                .orElse("");
    }
}
