package hmnet.formats.fhirfile;

import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.DrugItems;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                drugs(own, support),
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
                drugs(own, support).stream()
                        .flatMap(drug -> DrugItems.of(drug).stream())
                        .toList());
    }

    /// What is part of another administration of the same drug is a step of it: another rate, another dose.
    private static List<PrescribedDrug> drugs(List<Resource> own, Support support) {
        var drugs = new LinkedHashMap<Resource, PrescribedDrug>();
        for (var resource : own) {
            var drug = FhirDrugs.prescribed(resource, support);
            var whole = wholeOf(resource, drugs.keySet());
            var known = whole == null ? null : drugs.get(whole);
            if (whole != null && known != null && isStep(known, drug)) {
                drugs.put(
                        whole,
                        known.withDosages(Stream.concat(known.dosages().stream(), drug.dosages().stream())
                                .toList()));
            } else {
                drugs.put(resource, drug);
            }
        }
        return List.copyOf(drugs.values());
    }

    private static @Nullable Resource wholeOf(Resource resource, Collection<Resource> others) {
        if (!resource.is("MedicationAdministration")) {
            return null;
        }
        var part = resource.text("partOf.reference");
        return others.stream()
                .filter(each ->
                        !part.isEmpty() && (part.equals(each.fullUrl()) || part.equals(each.type() + "/" + each.id())))
                .findFirst()
                .orElse(null);
    }

    private static boolean isStep(PrescribedDrug whole, PrescribedDrug part) {
        return whole.drug().equals(part.drug())
                && whole.ingredients().equals(part.ingredients())
                && whole.status().equals(part.status());
    }

    /// MERIT-9's class first, as lists rest on it.
    private static List<Code> classes(Resource resource) {
        var codes = resource.all("category").stream()
                .flatMap(each -> Codes.concept(each).codes().stream())
                .map(code -> code.system().endsWith("JP_MedicationCategoryMERIT9_CS")
                        ? new Code(CodingSystems.uri("MR9P"), code.code(), code.display())
                        : code)
                .toList();
        return codes.stream()
                .sorted((one, other) -> Boolean.compare(CLASSES.contains(other.code()), CLASSES.contains(one.code())))
                .toList();
    }

    /// What the order is said to be beside in or out of the hospital: 退院処方, 持参薬処方.
    private static List<String> notes(List<Resource> own) {
        var notes = new LinkedHashSet<String>();
        for (var resource : own) {
            resource.all("note").stream().filter(DrugNotes::isOfOrder).forEach(note -> notes.add(note.text("text")));
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
            case STATED ->
                extract.statedTitle(own.stream()
                        .map(each -> each.text("effectivePeriod.end"))
                        .allMatch(String::isEmpty));
        };
    }
}
