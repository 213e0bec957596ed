package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.file.ElementsLeftOut;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.WritableDrugs;
import java.util.ArrayList;
import java.util.List;

/// A prescription of the common model as JAHIS10 (院外処方箋QRの書き出し). What was written is read again:
/// every element that is not the same is named.
final class RxWriter {
    private final Sheet sheet;
    private final Medicines medicines;
    private final RecordWriter out = new RecordWriter();

    private RxWriter(Sheet sheet, Medicines medicines) {
        this.sheet = sheet;
        this.medicines = medicines;
    }

    /// The first prescription of a sheet; what else is in it is told as left out.
    ///
    /// @throws Unreadable `not-writable` without a prescription, or where a drug has no amount or unit
    public static WrittenFile write(Sheet sheet, Facility from) throws Unreadable {
        for (var entry : sheet.entries()) {
            if (entry instanceof Medicines medicines && medicines.act() == Medicines.MedicineAct.ORDERED) {
                return new RxWriter(sheet, medicines).all(from);
            }
        }
        throw new Unreadable("not-writable", 0, "", "no prescription");
    }

    private WrittenFile all(Facility from) throws Unreadable {
        new RxHead(sheet, medicines, out).head(from);
        var writable = WritableDrugs.of(medicines.drugs());
        if (writable.drugs().isEmpty()) {
            throw new Unreadable("not-writable", 0, "201", "no drug that is to be taken");
        }
        writable.left().forEach(path -> out.note("element-left-out", path, "PrescribedDrug"));
        var groups = DrugGroup.of(medicines, writable.drugs(), false);
        var lines = new RxLines(out, medicines.at().toLocalDate());
        for (var rp : groups) {
            lines.group(rp);
        }
        for (var entry : sheet.entries()) {
            if (!entry.equals(medicines)) {
                out.note("entry-left-out", "", entry.getClass().getSimpleName() + " " + entry.key());
            }
        }
        leftOut(groups);
        return out.written(true);
    }

    private void leftOut(List<DrugGroup> groups) throws Unreadable {
        var read = RxFile.read(out.written(true).bytes()).sheets().getFirst();
        var drugs = new ArrayList<PrescribedDrug>();
        groups.forEach(rp -> drugs.addAll(rp.numbered()));
        var sent = medicines.withDrugs(drugs);
        var left = new ArrayList<>(
                ElementsLeftOut.of("", sent, (Medicines) read.entries().getFirst()));
        left.addAll(ElementsLeftOut.of("person", sheet.person(), read.person()));
        left.forEach(element -> out.note("element-left-out", element.path(), element.kind()));
    }
}
