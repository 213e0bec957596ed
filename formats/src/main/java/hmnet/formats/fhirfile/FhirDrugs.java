package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.List;

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
                resources.stream().map(each -> item(each, drug(each, others))).toList());
    }

    static String orderClass(Resource resource) {
        return resource.all("category.coding.code").stream()
                .map(JsonValue::text)
                .filter(List.of("OHP", "OHI", "IHP")::contains)
                .findFirst()
                .orElse("");
    }

    static PrescriptionExtract.DrugItem item(Resource resource, Concept drug) {
        var dosage = dosage(resource);
        var dose = first(dosage.at("doseAndRate.doseQuantity"), dosage.at("dose"));
        var daily = dosage.at("doseAndRate.rateRatio.numerator");
        var amount = dose.exists() ? dose : daily;
        var supply = first(
                resource.node().at("dispenseRequest.quantity"), resource.node().at("quantity"));
        var days = first(
                resource.node().at("dispenseRequest.expectedSupplyDuration"),
                resource.node().at("daysSupply"));
        var usage = Codes.concept(dosage.at("timing.code"));
        var code = Codes.main(drug);
        return new PrescriptionExtract.DrugItem(
                rp(resource),
                code.code(),
                code.system(),
                drug.shown(),
                amount.text("value"),
                unit(amount),
                dosage.text("text").isEmpty() ? usage.shown() : dosage.text("text"),
                usage.code(CodingSystems.USAGE),
                dosage.text("asNeededBoolean").equals("true") ? 0 : days(days),
                FhirTime.day(start(resource, dosage)),
                supply.text("value"),
                unit(supply),
                Codes.concept(dosage.at("route")).shown());
    }

    /// An administration has one dosage, the others a list of instructions.
    static JsonValue dosage(Resource resource) {
        return first(resource.node().at("dosageInstruction"), resource.node().at("dosage"));
    }

    static JsonValue first(JsonValue one, JsonValue other) {
        return one.exists() ? one : other;
    }

    static String unit(JsonValue quantity) {
        return quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit");
    }

    private static int days(JsonValue duration) {
        var value = duration.text("value");
        return value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    }

    private static String start(Resource resource, JsonValue dosage) {
        var period = dosage.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith("PeriodOfUse"))
                .map(extension -> extension.text("valuePeriod.start"))
                .findFirst()
                .orElse("");
        return period.isEmpty() ? resource.text("authoredOn") : period;
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
