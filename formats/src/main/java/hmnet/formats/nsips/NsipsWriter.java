package hmnet.formats.nsips;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.WritableDrugs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A dispensing of the common model as NSIPS VER010501 (NSIPSの書き出し). Kinds of groups whose numbers
/// differ from vendor to vendor are written in words, and noted; every element that is not read again the
/// same is named.
final class NsipsWriter {
    private final RecordWriter out = new RecordWriter();
    private final NsipsHead head = new NsipsHead(out);

    private NsipsWriter() {}

    /// The dispensing of a sheet; what else is in it is told as left out.
    ///
    /// @throws Unreadable `not-writable` without a dispensing, or where a drug has no amount
    public static WrittenFile write(Sheet sheet, Facility from) throws Unreadable {
        var dispensed = dispensed(sheet);
        if (dispensed.isEmpty() && !sheet.deletes()) {
            throw new Unreadable("not-writable", 0, "", "nothing was dispensed");
        }
        return new NsipsWriter().all(sheet, dispensed, from);
    }

    private static Optional<Medicines> dispensed(Sheet sheet) {
        return sheet.entries().stream()
                .filter(entry ->
                        entry instanceof Medicines medicines && medicines.act() == Medicines.MedicineAct.DISPENSED)
                .map(Medicines.class::cast)
                .findFirst();
    }

    private WrittenFile all(Sheet sheet, Optional<Medicines> dispensed, Facility named) throws Unreadable {
        var version = (sheet.version() + "00000000000000").substring(0, 14);
        var from = named.equals(Facility.UNKNOWN)
                ? PharmacySlip.facility(dispensed
                        .map(medicines -> medicines.drugs().getFirst().by())
                        .orElse(Concept.NONE))
                : named;
        head.record(
                "VER010501",
                12,
                "1",
                version,
                "4",
                from.prefecture(),
                "5",
                from.table(),
                "6",
                from.code(),
                "7",
                from.name());
        if (from.code().isEmpty()) {
            out.note("facility-missing", "VER[6]", "nobody said who dispensed");
        }
        head.patient(sheet);
        head.prescription(sheet, dispensed);
        if (dispensed.isPresent()) {
            drugs(sheet, dispensed.get(), from, !named.equals(Facility.UNKNOWN));
        }
        for (var entry : sheet.entries()) {
            if (dispensed.isEmpty() || !entry.equals(dispensed.get())) {
                out.note("entry-left-out", "", entry.getClass().getSimpleName() + " " + entry.key());
            }
        }
        return out.written(false);
    }

    private void drugs(Sheet sheet, Medicines medicines, Facility from, boolean own) throws Unreadable {
        var writable = WritableDrugs.of(medicines.drugs());
        if (writable.drugs().isEmpty()) {
            throw new Unreadable("not-writable", 0, "4", "no drug that is taken");
        }
        writable.left().forEach(path -> out.note("element-left-out", path, "PrescribedDrug"));
        var by = PharmacySlip.institution(from.prefecture(), from.table(), from.code(), from.name());
        var groups = DrugGroup.of(medicines, writable.drugs(), false);
        var lines = new NsipsLines(head, out, sheet.at().toLocalDate(), by);
        var drugs = new ArrayList<PrescribedDrug>();
        for (var rp : groups) {
            lines.group(rp);
            rp.numbered().forEach(drug -> drugs.add(own ? drug.withBy(by) : drug));
        }
        leftOut(sheet, medicines.withDrugs(drugs));
    }

    private void leftOut(Sheet sheet, Medicines sent) throws Unreadable {
        var read = NsipsFile.read(out.written(false).bytes()).sheets().getFirst();
        var left = new ArrayList<>(
                ElementsLeftOut.of("", sent, (Medicines) read.entries().getFirst()));
        left.addAll(ElementsLeftOut.of("person", sheet.person(), read.person()));
        List.copyOf(left).forEach(element -> out.note("element-left-out", element.path(), element.kind()));
    }
}
