package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.RecordKind;
import java.util.List;

/// Prescriptions and dispensings in the words of all formats (処方・調剤の言い換え): an amount of one time
/// and one of one day are never taken for each other.
final class PlainMedicines {
    private PlainMedicines() {}

    static Medicines of(KeptFhir kept, List<Resource> own, Support support) {
        var first = own.getFirst();
        return new Medicines(
                kept.key(),
                kept.at(),
                act(first),
                kept.kind() == RecordKind.INJECTION,
                FhirDrugs.orderClass(first),
                "",
                first.text("requester.display"),
                "",
                own.stream().map(each -> drug(each, support)).toList(),
                List.of(),
                false,
                kept.labels());
    }

    private static Medicines.MedicineAct act(Resource resource) {
        return switch (resource.type()) {
            case "MedicationDispense" -> Medicines.MedicineAct.DISPENSED;
            case "MedicationAdministration" -> Medicines.MedicineAct.ADMINISTERED;
            case "MedicationStatement" -> Medicines.MedicineAct.STATED;
            default -> Medicines.MedicineAct.ORDERED;
        };
    }

    private static Medicines.PrescribedDrug drug(Resource resource, Support support) {
        var said = FhirDrugs.item(resource, FhirDrugs.drug(resource, support));
        var dosage = FhirDrugs.dosage(resource);
        boolean needed = dosage.text("asNeededBoolean").equals("true");
        return new Medicines.PrescribedDrug(
                said.rp(),
                FhirDrugs.drug(resource, support),
                amount(FhirDrugs.first(dosage.at("doseAndRate.doseQuantity"), dosage.at("dose"))),
                amount(daily(dosage)),
                said.usage(),
                said.usageCode(),
                said.days(),
                needed,
                said.start(),
                new Amount(said.total(), said.totalUnit(), "", ""),
                Codes.concept(dosage.at("route")),
                dosage.all("additionalInstruction.text").stream()
                        .map(JsonValue::text)
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    /// A ratio is of one day only where it says so.
    private static JsonValue daily(JsonValue dosage) {
        var per = dosage.at("doseAndRate.rateRatio.denominator");
        boolean day = per.text("value").matches("1(\\.0*)?")
                && (per.text("code").equals("d") || per.text("unit").equals("日"));
        return day ? dosage.at("doseAndRate.rateRatio.numerator") : JsonValue.NONE;
    }

    private static Amount amount(JsonValue quantity) {
        return quantity.exists()
                ? new Amount(
                        quantity.text("value"),
                        FhirDrugs.unit(quantity),
                        quantity.text("code"),
                        quantity.text("system"))
                : Amount.NONE;
    }
}
