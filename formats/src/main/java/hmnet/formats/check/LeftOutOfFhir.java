package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.file.ElementsLeftOut.Element;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import java.util.ArrayList;
import java.util.List;

/// What does not come back from FHIR as it went (FHIRに書き出せなかった要素): drugs, diagnoses and stays are written, read
/// again and compared element by element; each that differs is named by its path, never by its value.
final class LeftOutOfFhir {
    private LeftOutOfFhir() {}

    static List<Note> of(List<Sheet> sheets) {
        var notes = new ArrayList<Note>();
        for (int n = 0; n < sheets.size(); n++) {
            var sheet = sheets.get(n);
            for (int i = 0; i < sheet.entries().size(); i++) {
                var entry = sheet.entries().get(i);
                if (!sheet.deletes() && isCompared(entry)) {
                    var place = place("sheets", n, sheets.size())
                            .concat(place("entries", i, sheet.entries().size()));
                    of(sheet, entry)
                            .forEach(left -> notes.add(
                                    Note.info("element-left-out", 0, place.concat(left.path()), left.kind())));
                }
            }
        }
        return List.copyOf(notes);
    }

    /// Nothing where there is only one.
    private static String place(String name, int number, int of) {
        return of == 1 ? "" : "%s[%d].".formatted(name, number);
    }

    private static boolean isCompared(Entry entry) {
        return entry instanceof Medicines || entry instanceof Problem || entry instanceof Stay;
    }

    private static List<Element> of(Sheet sheet, Entry entry) {
        var read = read(sheet, entry);
        var left = new ArrayList<Element>();
        switch (entry) {
            case Medicines sent -> {
                var same = read.stream()
                        .filter(Medicines.class::isInstance)
                        .map(Medicines.class::cast)
                        .toList();
                if (same.isEmpty()) {
                    return List.of(new Element("drugs", "List"));
                }
                left.addAll(ElementsLeftOut.of("", bare(sent), bare(same.getFirst())));
                drugs(
                        sent.drugs(),
                        same.stream().flatMap(each -> each.drugs().stream()).toList(),
                        left);
            }
            case Problem sent -> alone(sent, Problem.class, "disease", read, left);
            case Stay sent -> alone(sent, Stay.class, "event", read, left);
            case Results any -> {}
            case Allergies any -> {}
            case PerformedActs any -> {}
            case Paper any -> {}
            case PersonProfile any -> {}
            case KeptFhir any -> {}
        }
        return left;
    }

    private static <T extends Entry> void alone(
            T sent, Class<T> kind, String main, List<? extends Entry> read, List<Element> left) {
        left.addAll(
                read.size() == 1 && kind.isInstance(read.getFirst())
                        ? ElementsLeftOut.of("", sent, read.getFirst())
                        : List.of(new Element(main, "Concept")));
    }

    /// By itself, so that nothing else of the file stands between.
    private static List<? extends Entry> read(Sheet sheet, Entry entry) {
        var alone = new Sheet(
                sheet.patient(),
                sheet.person(),
                null,
                sheet.source(),
                sheet.version(),
                sheet.at(),
                false,
                false,
                List.of(entry));
        try {
            return FhirFile.read(OneBundle.of(new OnlySheets(List.of(alone)), CheckedFile.ids("read-back")))
                    .plainSheets()
                    .stream()
                    .flatMap(each -> each.entries().stream())
                    .toList();
        } catch (Unreadable bad) {
            return List.of();
        }
    }

    private static Medicines bare(Medicines medicines) {
        return medicines.withDrugs(List.of());
    }

    /// Rows are cut by label, so that the drugs of an order may stand in another order than they went:
    /// each is compared with the first of its name that no other was.
    private static void drugs(List<PrescribedDrug> sent, List<PrescribedDrug> read, List<Element> left) {
        var others = new ArrayList<>(read);
        for (int n = 0; n < sent.size(); n++) {
            var drug = sent.get(n);
            var path = "drugs[%d]".formatted(n);
            var same = others.stream()
                    .filter(other -> other.drug().shown().equals(drug.drug().shown()))
                    .findFirst()
                    .or(() -> others.stream()
                            .findFirst()
                            .filter(other -> drug.drug().isNone()));
            same.ifPresentOrElse(
                    other -> {
                        others.remove(other);
                        left.addAll(ElementsLeftOut.of(path, drug, other));
                    },
                    () -> left.add(new Element(path, "PrescribedDrug")));
        }
    }
}
