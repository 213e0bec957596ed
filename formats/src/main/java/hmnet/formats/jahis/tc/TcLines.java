package hmnet.formats.jahis.tc;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.SpokenDrug;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.WritableDrugs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The records of a dispensing in a written handbook (調剤のレコード): what has no column stands in 281 and 311,
/// in words that are read again.
final class TcLines {
    private static final String CODES = "2436";
    private static final String JAN = CodingSystems.uri("JAN");

    private final RecordWriter out;
    private final Facility from;
    private String by = "";

    TcLines(RecordWriter out, Facility from) {
        this.out = out;
        this.from = from;
    }

    /// What somebody bought and takes by themselves has a record of its own.
    static boolean isBought(Medicines medicines) {
        return medicines.act() == Medicines.MedicineAct.STATED
                && (medicines.key().contains("otc/")
                        || medicines.drugs().stream()
                                .anyMatch(drug -> !drug.drug().code(JAN).isEmpty()));
    }

    void bought(Medicines medicines) {
        for (var drug : medicines.drugs()) {
            var period = drug.dosage().period();
            out.line(
                    "3",
                    drug.drug().shown(),
                    Hl7Time.hl7(period.startDay()),
                    Hl7Time.hl7(period.endDay()),
                    "2",
                    "",
                    drug.drug().code(JAN));
        }
    }

    /// @return what was written, as far as a handbook has a place for it
    Medicines medicines(Medicines medicines) throws Unreadable {
        by = medicines.act() == Medicines.MedicineAct.STATED ? "2" : "1";
        out.line("5", Hl7Time.hl7(medicines.at().toLocalDate()), by);
        var writable = WritableDrugs.of(medicines.drugs());
        if (writable.drugs().isEmpty()) {
            throw new Unreadable("not-writable", 0, "201", "no drug that is taken");
        }
        writable.left().forEach(path -> out.note("element-left-out", path, "PrescribedDrug"));
        var dispenser = dispenser(medicines, writable.drugs().getFirst());
        var place = PharmacySlip.facility(medicines.from().facility());
        if (!place.name().isBlank()) {
            out.line("51", place.name(), place.prefecture(), place.table(), place.code(), by);
        }
        if (!medicines.doctor().isBlank() || !medicines.department().isBlank()) {
            out.line("55", medicines.doctor(), medicines.department(), by);
        }
        var groups = DrugGroup.of(medicines, writable.drugs(), true);
        for (var rp : groups) {
            group(rp, medicines.at().toLocalDate(), dispenser);
        }
        var notes = new ArrayList<String>();
        for (var note : medicines.notes()) {
            notes.add(dispenser.isNone() || !isDispenser(note, dispenser) ? remark(note) : note);
        }
        if (!dispenser.isNone() && notes.stream().noneMatch(note -> isDispenser(note, dispenser))) {
            notes.addFirst(TcRemarks.DISPENSED + dispenser.text());
        }
        var drugs = new ArrayList<PrescribedDrug>();
        groups.forEach(rp -> drugs.addAll(rp.numbered()));
        var dispensed = from.name().isEmpty()
                ? drugs
                : drugs.stream().map(drug -> drug.withBy(dispenser)).toList();
        return medicines.withDrugs(dispensed).withNotes(notes);
    }

    private static boolean isDispenser(String note, Concept dispenser) {
        return note.equals(TcRemarks.DISPENSED + dispenser.text())
                || note.startsWith(TcRemarks.DISPENSED + dispenser.text() + " ");
    }

    /// The pharmacy: who writes the file, else who dispensed.
    private Concept dispenser(Medicines medicines, PrescribedDrug first) {
        var pharmacy = from.name().isEmpty() ? PharmacySlip.facility(first.by()) : from;
        if (pharmacy.name().isBlank()) {
            out.note("facility-missing", "11[1]", "nobody said who dispensed");
            return Concept.NONE;
        }
        out.line("11", pharmacy.name(), pharmacy.prefecture(), pharmacy.table(), pharmacy.code(), "", "", "", by);
        var words = TcRemarks.DISPENSED + pharmacy.name() + " ";
        medicines.notes().stream()
                .filter(note -> note.startsWith(words))
                .findFirst()
                .ifPresent(note -> out.line("15", note.substring(words.length()), "", by));
        return PharmacySlip.institution(pharmacy.prefecture(), pharmacy.table(), pharmacy.code(), pharmacy.name());
    }

    /// @return as it is read again: what has no title is a remark (備考)
    private String remark(String note) {
        var record = TcRemarks.record(note);
        out.line(Stream.concat(record.stream(), record.getFirst().equals("601") ? Stream.of() : Stream.of(by))
                .toList());
        return record.getFirst().equals("501") && !note.startsWith(TcRemarks.REMARK) ? TcRemarks.REMARK + note : note;
    }

    private void group(DrugGroup rp, LocalDate day, Concept dispenser) throws Unreadable {
        var usage = usage(rp);
        var group = new TcGroup(rp.number(), new ArrayList<>(), new ArrayList<>(List.of(usage)));
        var words = new ArrayList<String>();
        var first = rp.first().dosage();
        first.usage().supplements().stream().map(Concept::shown).forEach(words::add);
        words.addAll(first.notes());
        words.forEach(text -> group.more().add(RecordLine.of("311", rp.number(), text, by)));
        for (var drug : rp.drugs()) {
            drug(rp, group, drug, day, dispenser);
        }
        group.more().forEach(line -> out.line(line.columns()));
    }

    private RecordLine usage(DrugGroup rp) {
        var first = rp.first();
        boolean coded = StandardUsage.isCode(first.usageCode());
        return RecordLine.of(
                "301",
                rp.number(),
                first.usage(),
                String.valueOf(rp.quantity()),
                rp.unit(),
                rp.form().tc(),
                coded ? "2" : "1",
                coded ? first.usageCode() : "",
                by);
    }

    private void drug(DrugGroup rp, TcGroup group, PrescribedDrug drug, LocalDate day, Concept dispenser)
            throws Unreadable {
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
        var named = generic.map(known -> known.display()).orElse("");
        var columns = List.of(
                "201",
                rp.number(),
                drug.drug().shown(),
                amount.value(),
                amount.unitShown(),
                code.map(known -> DrugCodes.kind(known.system())).orElse("1"),
                code.map(known -> known.code()).orElse(""),
                by,
                named,
                generic.isPresent() ? "2" : "",
                generic.map(known -> known.code()).orElse(""));
        out.cut(8, columns);
        var medicine = new TcMedicine(new RecordLine(0, columns), new ArrayList<>());
        var said = new TcDrugs(new Notes(List.of()), day, dispenser, new TcRecorder(by)).drug(group, medicine);
        var words = new ArrayList<>(SpokenDrug.words(drug, said));
        drug.instructions().forEach(instruction -> words.add(instruction.shown()));
        drug.notes().stream()
                .filter(note -> named.isEmpty() || !note.equals(TcDrugWords.GENERIC + named))
                .forEach(words::add);
        words.forEach(text -> out.line("281", rp.number(), text, by));
    }
}
