package hmnet.formats.fhirfile;

import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Prescriptions and dispensings in the words of all formats (処方・調剤の言い換え), and what lists draw of them:
/// an amount of one time and one of one day are never taken for each other.
final class PlainMedicines {
    private static final Set<String> CLASSES = Set.of("OHP", "OHI", "IHP");

    private PlainMedicines() {}

    static Medicines of(KeptFhir kept, List<Resource> own, Support support) {
        var first = own.getFirst();
        return new Medicines(
                kept.key(),
                kept.at(),
                act(first),
                kept.kind() == RecordKind.INJECTION,
                classes(first),
                new FhirParties(first, support).source(),
                own.stream().map(each -> FhirDrugs.prescribed(each, support)).toList(),
                notes(own),
                false,
                kept.labels());
    }

    static PrescriptionExtract extract(List<Resource> own, Support support) {
        if (own.isEmpty()) {
            return new PrescriptionExtract("", false, "", "", List.of(), List.of());
        }
        var first = own.getFirst();
        var from = new FhirParties(first, support).source();
        return new PrescriptionExtract(
                classes(first).stream()
                        .map(Code::code)
                        .filter(CLASSES::contains)
                        .findFirst()
                        .orElse(""),
                act(first) == Medicines.MedicineAct.ADMINISTERED,
                from.doctor().shown(),
                from.facility().text(),
                notes(own),
                own.stream()
                        .flatMap(each -> DrugItems.of(FhirDrugs.prescribed(each, support)).stream())
                        .toList());
    }

    /// MERIT-9's class first, as lists rest on it.
    private static List<Code> classes(Resource resource) {
        var codes = resource.all("category").stream()
                .flatMap(each -> Codes.concept(each).codes().stream())
                .toList();
        return codes.stream()
                .sorted((one, other) -> Boolean.compare(CLASSES.contains(other.code()), CLASSES.contains(one.code())))
                .toList();
    }

    /// What the order is said to be beside in or out of the hospital: 退院処方, 持参薬処方.
    private static List<String> notes(List<Resource> own) {
        var notes = new LinkedHashSet<String>();
        for (var resource : own) {
            for (var category : resource.all("category")) {
                var said = Codes.concept(category);
                var words = said.text().isEmpty()
                        ? said.codes().stream()
                                .filter(code -> !CLASSES.contains(code.code())
                                        && code.code().length() > 1)
                                .map(Code::display)
                                .toList()
                        : List.of(said.text());
                words.stream().filter(word -> !word.isBlank()).forEach(word -> notes.add("区分 " + word));
            }
        }
        return List.copyOf(notes);
    }

    static Medicines.MedicineAct act(Resource resource) {
        return switch (resource.type()) {
            case "MedicationDispense" -> Medicines.MedicineAct.DISPENSED;
            case "MedicationAdministration" -> Medicines.MedicineAct.ADMINISTERED;
            case "MedicationStatement" -> Medicines.MedicineAct.STATED;
            default -> Medicines.MedicineAct.ORDERED;
        };
    }

    /// What a row of drugs is called. Only what goes on is 服用中.
    static String title(List<Resource> own, PrescriptionExtract extract, boolean injection) {
        return switch (act(own.getFirst())) {
            case ORDERED, ADMINISTERED -> extract.title(injection);
            case DISPENSED -> extract.title("調剤");
            case STATED -> {
                boolean open = own.stream()
                        .map(each -> each.text("effectivePeriod.end"))
                        .allMatch(String::isEmpty);
                boolean goesOn =
                        own.stream().allMatch(each -> FhirStates.state(each).isCurrent());
                yield extract.title(open && goesOn ? "服用中" : "服用");
            }
        };
    }
}
