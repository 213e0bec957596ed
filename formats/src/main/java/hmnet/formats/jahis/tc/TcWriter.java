package hmnet.formats.jahis.tc;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Medicines, allergies and diagnoses of the common model as JAHISTC08 (お薬手帳の書き出し), the newest
/// dispensing first.
final class TcWriter {
    private static final String BY_STAFF = "1";

    private final RecordWriter out = new RecordWriter();
    private final Facility from;

    private TcWriter(Facility from) {
        this.from = from;
    }

    /// @param sheets of one patient
    /// @throws Unreadable `patient-contradicts`, or `not-writable` without a sheet or where a drug has no
    ///     amount
    public static WrittenFile write(List<Sheet> sheets, Facility from) throws Unreadable {
        if (sheets.isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "no patient");
        }
        if (sheets.stream().flatMap(sheet -> sheet.entries().stream()).noneMatch(TcWriter::holds)) {
            throw new Unreadable("not-writable", 0, "", "nothing that a handbook holds");
        }
        var first = sheets.getFirst();
        for (var sheet : sheets) {
            if (!sheet.person().equals(first.person()) || !sheet.patient().equals(first.patient())) {
                throw new Unreadable("patient-contradicts", 0, "1", "sheets of more than one patient");
            }
        }
        return new TcWriter(from)
                .all(
                        first,
                        sheets.stream()
                                .flatMap(sheet -> sheet.entries().stream())
                                .toList());
    }

    private static boolean holds(Entry entry) {
        return entry instanceof Allergies || entry instanceof Problem || entry instanceof Medicines;
    }

    private WrittenFile all(Sheet sheet, List<Entry> entries) throws Unreadable {
        patient(sheet);
        for (var entry : entries) {
            switch (entry) {
                case Allergies allergies -> allergies.items().forEach(this::allergy);
                case Problem problem ->
                    out.line(
                            "2",
                            problem.ended().isBlank() ? "9" : "3",
                            (problem.ended().isBlank() ? "病名 " : "") + said(problem),
                            BY_STAFF);
                case Medicines medicines -> {}
                default -> out.note("entry-left-out", "", entry.getClass().getSimpleName() + " " + entry.key());
            }
        }
        if (from.name().isEmpty()) {
            out.note("facility-missing", "11[1]", "nobody said who dispensed");
        }
        var all = entries.stream()
                .filter(Medicines.class::isInstance)
                .map(Medicines.class::cast)
                .sorted(Comparator.comparing(Medicines::at).reversed())
                .toList();
        var lines = new TcLines(out, from);
        var written = new ArrayList<Medicines>();
        for (var medicines : all) {
            if (TcLines.isBought(medicines)) {
                lines.bought(medicines);
            }
        }
        for (var medicines : all) {
            if (!TcLines.isBought(medicines)) {
                written.add(lines.medicines(medicines));
            }
        }
        leftOut(sheet, written);
        return out.written(false);
    }

    /// What was written is read again: every element that is not the same is named.
    private void leftOut(Sheet sheet, List<Medicines> written) throws Unreadable {
        var sheets = TcFile.read(out.written(false).bytes()).sheets();
        var read = sheets.stream()
                .flatMap(each -> each.entries().stream())
                .filter(Medicines.class::isInstance)
                .map(Medicines.class::cast)
                .filter(each -> !TcLines.isBought(each))
                .toList();
        for (int n = 0; n < Math.min(written.size(), read.size()); n++) {
            leftOut(ElementsLeftOut.of("", written.get(n), read.get(n)));
        }
        if (!sheets.isEmpty()) {
            leftOut(ElementsLeftOut.of(
                    "person", sheet.person(), sheets.getFirst().person()));
        }
    }

    private void leftOut(List<ElementsLeftOut.Element> elements) {
        elements.forEach(element -> out.note("element-left-out", element.path(), element.kind()));
    }

    private void patient(Sheet sheet) {
        var person = sheet.person();
        out.line("JAHISTC08", "1");
        out.line(
                "1",
                FullName.joined(person.familyName(), person.givenName(), "　"),
                PharmacySlip.sex(person),
                Hl7Time.hl7(person.birthDate()),
                person.postalCode(),
                person.address(),
                person.phone(),
                "",
                "",
                "",
                FullName.joined(person.familyKana(), person.givenKana(), " "));
        if (!sheet.patient().isEmpty()) {
            out.note("column-left-out", "1", "the patient's number");
        }
        if (sheet.insured() != null) {
            out.note("column-left-out", "1", "how the patient is insured");
        }
    }

    private void allergy(AllergyExtract.AllergyItem item) {
        var more = new ArrayList<String>();
        if (!item.reaction().isBlank()) {
            more.add(item.reaction());
        }
        var state = switch (item.status()) {
            case PRESENT, DENIED -> "";
            case UNCONFIRMED -> "疑い";
            case INACTIVE -> "過去のもの";
            case RESOLVED -> "解消";
            case REFUTED -> "否定";
        };
        if (!state.isEmpty()) {
            more.add(state);
        }
        boolean none = item.status() == AllergyExtract.AllergyStatus.DENIED;
        var name = none && !TcAbout.denies(item.name()) ? (item.name() + " なし").strip() : item.name();
        boolean adverse = item.type() == AllergyExtract.AllergyType.ADVERSE_REACTION
                || item.type() == AllergyExtract.AllergyType.UNSAID
                        && item.category().equals("DA");
        out.line("2", adverse ? "2" : "1", more.isEmpty() ? name : name + "（" + String.join("、", more) + "）", BY_STAFF);
    }

    /// Suspected, refuted and ended never look like a diagnosis.
    private static String said(Problem problem) {
        var name = problem.disease().shown();
        var more = new ArrayList<String>();
        if (problem.suspected() && !Suspicion.isSaid(name)) {
            more.add("疑い");
        }
        if (!problem.status().state().words().isEmpty()) {
            more.add(problem.status().state().words());
        }
        if (!problem.outcome().isBlank()) {
            more.add("転帰 " + problem.outcome());
        }
        return more.isEmpty() ? name : name + "（" + String.join("、", more) + "）";
    }
}
