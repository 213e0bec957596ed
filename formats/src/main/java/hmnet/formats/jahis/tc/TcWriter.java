package hmnet.formats.jahis.tc;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.Supply;
import java.util.Comparator;
import java.util.List;

/// Medicines, allergies and diagnoses of the common model as JAHISTC08 (お薬手帳の書き出し), the newest
/// dispensing first.
final class TcWriter {
    private static final String CODES = "2436";
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
                            (problem.ended().isBlank() ? "病名 " : "")
                                    + problem.disease().shown(),
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
        for (var medicines : all) {
            medicines(medicines);
        }
        return out.written(false);
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
        var reaction = item.reaction().isBlank() ? "" : "（" + item.reaction() + "）";
        out.line(
                "2",
                "1",
                item.status() == AllergyExtract.AllergyStatus.DENIED ? "アレルギーなし" : item.name() + reaction,
                BY_STAFF);
    }

    private void medicines(Medicines medicines) throws Unreadable {
        var by = medicines.act() == Medicines.MedicineAct.STATED ? "2" : BY_STAFF;
        out.line("5", Hl7Time.hl7(medicines.at().toLocalDate()), by);
        if (!from.name().isEmpty()) {
            out.line("11", from.name(), from.prefecture(), from.table(), from.code(), "", "", "", by);
        }
        if (!medicines.place().isBlank()) {
            out.line("51", medicines.place(), "", "", "", by);
        }
        if (!medicines.doctor().isBlank() || !medicines.department().isBlank()) {
            out.line("55", medicines.doctor(), medicines.department(), by);
        }
        for (var rp : DrugGroup.of(medicines.drugs())) {
            group(rp, by);
        }
        for (var note : medicines.notes()) {
            out.line("501", note, by);
        }
    }

    private void group(DrugGroup rp, String by) throws Unreadable {
        var number = String.valueOf(rp.number());
        for (var drug : rp.drugs()) {
            drug(rp, number, drug, by);
        }
        var usage = rp.first();
        boolean coded = !usage.usageCode().isEmpty();
        out.line(
                "301",
                number,
                usage.usage(),
                String.valueOf(rp.quantity()),
                rp.unit(),
                switch (rp.form()) {
                    case INTERNAL -> "1";
                    case AS_NEEDED -> "3";
                    case WHOLE, UNKNOWN -> "10";
                },
                coded ? "2" : "1",
                usage.usageCode(),
                by);
    }

    private void drug(DrugGroup rp, String number, PrescribedDrug drug, String by) throws Unreadable {
        var amount = rp.amount(drug);
        if (amount.isNone()) {
            throw new Unreadable(
                    "not-writable", 0, "201[3]", "no amount of " + drug.drug().shown());
        }
        if (!Supply.isClean(amount.value())) {
            out.note("amount-not-a-number", "201[3]", amount.value());
        }
        var code = DrugCodes.jahis(drug.drug().codes(), CODES);
        var generic = DrugCodes.jahis(drug.drug().codes(), "7");
        out.cut(
                8,
                List.of(
                        "201",
                        number,
                        drug.drug().shown(),
                        amount.value(),
                        amount.unit(),
                        code.map(known -> DrugCodes.kind(known.system())).orElse("1"),
                        code.map(known -> known.code()).orElse(""),
                        by,
                        generic.map(known -> known.display()).orElse(""),
                        generic.isPresent() ? "2" : "",
                        generic.map(known -> known.code()).orElse("")));
        if (rp.form() != Supply.SupplyForm.AS_NEEDED && !drug.dose().isNone()) {
            out.line("281", number, "1回量 " + drug.dose().value() + drug.dose().unit(), by);
        }
        for (var note : drug.notes()) {
            out.line("281", number, note, by);
        }
    }
}
