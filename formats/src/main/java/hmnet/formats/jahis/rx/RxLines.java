package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.SpokenDrug;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The records of the drugs of a written prescription (処方薬のレコード): what has no column stands in 181 and
/// 281, in words that are read again.
record RxLines(RecordWriter out, LocalDate issued) {
    private static final String CODES = "24763";
    private static final int TEXT = 100;
    private static final int UNEVEN_MOST = 5;
    private static final Pattern PART = Pattern.compile("分割 今回(\\d{1,3}) 総(\\d{1,3})");

    void group(DrugGroup rp) throws Unreadable {
        var number = rp.number();
        var first = rp.first();
        var form101 = first.dosage().notes().stream()
                .filter(note -> note.startsWith(RxRemarks.FORM))
                .map(note -> note.substring(RxRemarks.FORM.length()))
                .filter(words -> words.length() <= 2)
                .findFirst();
        var named =
                rp.form() == DosageForm.OTHER ? first.dosage().way().method().shown() : form101.orElse("");
        var group = RxGroup.open(number, RecordLine.of("101"));
        var part = first.dosage().notes().stream()
                .map(PART::matcher)
                .filter(words -> words.matches() && words.group(1).equals(String.valueOf(rp.quantity())))
                .findFirst();
        var form = line(
                "101",
                number,
                rp.form().rx(),
                named.length() <= 2 ? named : "",
                part.map(words -> words.group(2)).orElse(String.valueOf(rp.quantity())));
        part.ifPresent(words -> group.more().add(line("102", number, words.group(1), words.group(2))));
        group.more().add(usage(rp));
        supplements(rp, group, part.map(words -> words.group()).orElse(""));
        var whole = new RxGroup(number, form, group.more(), new ArrayList<>());
        for (int n = 0; n < rp.drugs().size(); n++) {
            drug(rp, whole, String.valueOf(n + 1), rp.drugs().get(n));
        }
    }

    private RecordLine line(String... columns) {
        out.line(columns);
        return RecordLine.of(columns);
    }

    private RecordLine usage(DrugGroup rp) {
        var first = rp.first();
        boolean coded = StandardUsage.isCode(first.usageCode());
        if (first.usage().isBlank()) {
            out.note("usage-missing", "111[4]", "no usage was said");
        }
        int times = first.dosage().rhythm().timesADay();
        return line(
                "111",
                rp.number(),
                coded ? "2" : "1",
                coded ? first.usageCode() : "",
                first.usage().isBlank() ? "用法の記載なし" : first.usage(),
                times > 0 && times < 100 ? String.valueOf(times) : "");
    }

    private void supplements(DrugGroup rp, RxGroup group, String part) {
        var dosage = rp.first().dosage();
        int nth = 1;
        for (var supplement : dosage.usage().supplements()) {
            var code = supplement.code(CodingSystems.USAGE_SUPPLEMENT);
            if (!code.startsWith("V")) {
                group.more().add(supplement(rp.number(), nth++, supplement, code));
            }
        }
        var site = dosage.way().site();
        if (!site.isNone()) {
            var code = site.code(RxUsage.SITE);
            group.more()
                    .add(line(
                            "181",
                            rp.number(),
                            String.valueOf(nth++),
                            code.isEmpty() ? "6" : "9",
                            site.shown(),
                            "",
                            code));
        }
        for (var note : dosage.notes()) {
            if (note.startsWith(RxRemarks.FORM) && note.length() <= RxRemarks.FORM.length() + 2) {
                continue; // stands in 101
            }
            for (var text : note.equals(part) ? List.<String>of() : RecordWriter.chunks(note, TEXT)) {
                group.more().add(line("181", rp.number(), String.valueOf(nth++), "", text, "", ""));
            }
        }
    }

    private RecordLine supplement(String rp, int nth, Concept supplement, String code) {
        var kind = supplement.code(RxUsage.SUPPLEMENT);
        return line(
                "181",
                rp,
                String.valueOf(nth),
                code.isEmpty() ? kind.isEmpty() ? "5" : kind : "8",
                supplement.shown(),
                code,
                "");
    }

    private void drug(DrugGroup rp, RxGroup group, String place, PrescribedDrug drug) throws Unreadable {
        var amount = rp.amount(drug);
        if (amount.isNone() || amount.unitShown().isBlank()) {
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
        var medicine = new RxMedicine(
                line(
                        "201",
                        rp.number(),
                        place,
                        "",
                        code.map(known -> DrugCodes.kind(known.system())).orElse("1"),
                        code.map(known -> known.code()).orElse(""),
                        drug.drug().shown(),
                        amount.value(),
                        drug.dosage().amounts().substance() ? "2" : "1",
                        amount.unitShown()),
                new ArrayList<>());
        amounts(rp, place, drug, medicine);
        words(rp.number(), place, drug, medicine, group);
    }

    private void amounts(DrugGroup rp, String place, PrescribedDrug drug, RxMedicine medicine) {
        var uneven = drug.dosage().amounts().uneven();
        var unit = medicine.drug().at(9);
        boolean alike =
                uneven.stream().allMatch(dose -> dose.amount().unitShown().equals(unit));
        if (uneven.size() > 1 && uneven.size() <= UNEVEN_MOST && alike) {
            var columns = new ArrayList<>(List.of("221", rp.number(), place));
            uneven.forEach(dose -> columns.add(dose.amount().value()));
            out.line(columns);
            medicine.more().add(new RecordLine(0, columns));
        }
        var once = drug.dose();
        if (rp.counts() != SupplyForm.AS_NEEDED
                && !once.isNone()
                && once.unitShown().equals(unit)) {
            medicine.more().add(line("241", rp.number(), place, once.value(), ""));
        }
    }

    private void words(String rp, String place, PrescribedDrug drug, RxMedicine medicine, RxGroup group) {
        var said = new RxDrugs(new Notes(List.of()), issued).drug(group, medicine);
        int nth = 1;
        for (var instruction : drug.instructions()) {
            var kind = DispensingInstruction.of(instruction)
                    .map(DispensingInstruction::number)
                    .orElse("");
            out.line("281", rp, place, String.valueOf(nth++), kind, instruction.shown(), "");
        }
        var words = Stream.concat(SpokenDrug.words(drug, said).stream(), drug.notes().stream())
                .toList();
        for (var note : words) {
            if (note.startsWith(RxRemarks.FACTOR)) {
                out.line("211", rp, place, note.substring(RxRemarks.FACTOR.length()));
                continue;
            }
            for (var text : RecordWriter.chunks(note, TEXT)) {
                out.line("281", rp, place, String.valueOf(nth++), "", text, "");
            }
        }
    }
}
