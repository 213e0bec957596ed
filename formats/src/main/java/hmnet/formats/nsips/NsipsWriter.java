package hmnet.formats.nsips;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.model.pharmacy.Supply;
import java.util.List;
import java.util.Optional;

/// A dispensing of the common model as NSIPS VER010501 (NSIPSの書き出し). Kinds of groups whose numbers
/// differ from vendor to vendor are written in words, and noted.
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

    private WrittenFile all(Sheet sheet, Optional<Medicines> dispensed, Facility from) throws Unreadable {
        var version = (sheet.version() + "00000000000000").substring(0, 14);
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
            for (var rp : DrugGroup.of(dispensed.get().drugs())) {
                group(rp);
            }
        }
        for (var entry : sheet.entries()) {
            if (dispensed.isEmpty() || !entry.equals(dispensed.get())) {
                out.note("entry-left-out", "", entry.getClass().getSimpleName() + " " + entry.key());
            }
        }
        return out.written(false);
    }

    private void group(DrugGroup rp) throws Unreadable {
        var number = String.valueOf(rp.number());
        var kind = switch (rp.form()) {
            case INTERNAL -> "2";
            case AS_NEEDED -> "頓服";
            case WHOLE, UNKNOWN -> "外用";
        };
        var usage = rp.first();
        head.record(
                "3",
                22,
                "1",
                number,
                "2",
                usage.usageCode(),
                "3",
                usage.usage(),
                "8",
                kind,
                "10",
                String.valueOf(rp.quantity()),
                "12",
                Hl7Time.hl7(usage.start()),
                "13",
                String.valueOf(rp.drugs().size()));
        if (!kind.equals("2")) {
            out.note("rp-kind-in-words", "3[8]", kind);
        }
        for (int i = 0; i < rp.drugs().size(); i++) {
            drug(rp, number, i + 1, rp.drugs().get(i));
        }
    }

    private void drug(DrugGroup rp, String number, int place, PrescribedDrug drug) throws Unreadable {
        var amount = rp.amount(drug);
        if (amount.isNone()) {
            throw new Unreadable(
                    "not-writable", 0, "4[16]", "no amount of " + drug.drug().shown());
        }
        var codes = drug.drug().codes();
        var left = codes.stream()
                .filter(code -> !List.of("2", "4", "6").contains(DrugCodes.kind(code.system())))
                .toList();
        head.record(
                "4",
                41,
                "1",
                String.valueOf(place),
                "2",
                number,
                "3",
                "1",
                "4",
                drug.drug().code(CodingSystems.YJ),
                "5",
                drug.drug().code(DrugCodes.RECEIPT),
                "6",
                DrugCodes.jahis(codes, "6").map(Code::code).orElse(""),
                "8",
                drug.drug().shown(),
                "16",
                amount.value(),
                "17",
                "1",
                "18",
                amount.unit(),
                "27",
                String.join(" ", drug.notes()),
                "35",
                rp.form() == Supply.SupplyForm.INTERNAL ? drug.dose().value() : "");
        left.forEach(code -> out.note("column-left-out", "4", code.system() + " " + code.code()));
    }
}
