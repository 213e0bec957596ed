package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.Supply;
import java.util.List;
import java.util.stream.Stream;

/// A prescription of the common model as JAHIS10 (院外処方箋QRの書き出し).
final class RxWriter {
    private static final String CODES = "24763";
    static final int TEXT = 100;

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
        for (var rp : DrugGroup.of(medicines.drugs())) {
            group(rp);
        }
        for (var entry : sheet.entries()) {
            if (!entry.equals(medicines)) {
                out.note("entry-left-out", "", entry.getClass().getSimpleName() + " " + entry.key());
            }
        }
        return out.written(true);
    }

    private void group(DrugGroup rp) throws Unreadable {
        var number = String.valueOf(rp.number());
        var form = switch (rp.form()) {
            case INTERNAL -> "1";
            case AS_NEEDED -> "2";
            case WHOLE, UNKNOWN -> medicines.injection() ? "5" : "9";
        };
        out.line("101", number, form, "", String.valueOf(rp.quantity()));
        var usage = rp.first();
        boolean coded = !usage.usageCode().isEmpty();
        if (usage.usage().isBlank()) {
            out.note("usage-missing", "111[4]", "no usage was said");
        }
        out.line(
                "111",
                number,
                coded ? "2" : "1",
                usage.usageCode(),
                usage.usage().isBlank() ? "用法の記載なし" : usage.usage(),
                "");
        int place = 1;
        for (var drug : rp.drugs()) {
            drug(rp, number, String.valueOf(place++), drug);
        }
    }

    private void drug(DrugGroup rp, String number, String place, PrescribedDrug drug) throws Unreadable {
        var amount = rp.amount(drug);
        if (amount.isNone() || amount.unit().isBlank()) {
            throw new Unreadable(
                    "not-writable",
                    0,
                    "201[7]",
                    "no amount or unit of " + drug.drug().shown());
        }
        if (!Supply.isClean(amount.value())) {
            out.note("amount-not-a-number", "201[7]", amount.value());
        }
        var code = DrugCodes.jahis(drug.drug().codes(), CODES);
        out.line(
                "201",
                number,
                place,
                "",
                code.map(known -> DrugCodes.kind(known.system())).orElse("1"),
                code.map(known -> known.code()).orElse(""),
                drug.drug().shown(),
                amount.value(),
                "1",
                amount.unit());
        if (rp.form() != Supply.SupplyForm.AS_NEEDED && !drug.dose().isNone()) {
            out.line("241", number, place, drug.dose().value(), "");
        }
        int remark = 1;
        for (var note : notes(drug)) {
            for (var text : RecordWriter.chunks(note, TEXT)) {
                out.line("281", number, place, String.valueOf(remark++), "", text, "");
            }
        }
    }

    private List<String> notes(PrescribedDrug drug) {
        var start = drug.start();
        var later = start != null && !start.equals(medicines.at().toLocalDate());
        return later
                ? Stream.concat(Stream.of("開始 " + start), drug.notes().stream()).toList()
                : drug.notes();
    }
}
