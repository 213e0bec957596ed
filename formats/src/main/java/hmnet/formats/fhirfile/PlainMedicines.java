package hmnet.formats.fhirfile;

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
        return Medicines.of(
                kept.key(),
                kept.at(),
                act(first),
                kept.kind() == RecordKind.INJECTION,
                FhirDrugs.orderClass(first),
                "",
                first.text("requester.display"),
                "",
                own.stream().map(each -> FhirDrugs.prescribed(each, support)).toList(),
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
}
