package hmnet.formats.jahis.rx;

import hmnet.formats.base.Width;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.SpokenDrug;
import java.util.regex.Pattern;

/// What is said beside a drug of a prescription (用法補足・薬品補足): instructions to those who dispense, and words.
/// Of a kind that the standard does not know the words stand beside the dose.
record RxRemarks(RxGroup group, RxMedicine medicine, Notes notes) {
    static final String FORM = "剤形名称 ";
    static final String FACTOR = "単位変換係数 ";
    private static final Pattern ONCE = Pattern.compile("\\d{1,6}(?:\\.\\d{1,5})?\\D{1,6}");

    PrescribedDrug with(PrescribedDrug drug) {
        var said = drug;
        if (medicine.drug().at(3).equals("2") || medicine.drug().at(3).equals("3")) {
            said = SpokenDrug.with(said, medicine.drug().at(3).equals("2") ? "医療材料" : "非保険薬");
        }
        var part = group.first("102");
        if (part.has(2)) {
            said = SpokenDrug.withUsage(said, "分割 今回" + part.at(2) + " 総" + part.at(3));
        }
        var uneven = new RxUneven(medicine);
        for (var code : uneven.contradicting()) {
            notes.info("dosing-not-understood", medicine.first("221"), 0, code);
            said = SpokenDrug.with(said, "不均等コード " + code);
        }
        var form = group.form().at(3);
        if (!form.isEmpty() && isSaidBeside(form)) {
            said = SpokenDrug.withUsage(said, FORM + form);
        }
        boolean site = false;
        for (var line : group.all("181")) {
            said = usage(said, line, site);
            site |= RxUsage.isSite(line);
        }
        for (var line : medicine.more()) {
            said = switch (line.tag()) {
                case "211" -> SpokenDrug.with(said, FACTOR + line.at(3));
                case "281" -> remark(said, line);
                default -> said;
            };
        }
        return said;
    }

    /// What the sender calls the form, where the number of the form does not say the same.
    private boolean isSaidBeside(String named) {
        var form = DosageForm.ofRx(group.form().at(2));
        return form != DosageForm.OTHER && !form.words().equals(named);
    }

    /// @param site the first was read already
    private PrescribedDrug usage(PrescribedDrug drug, RecordLine line, boolean site) {
        var words = line.at(4);
        return switch (line.at(3)) {
            case "1", "3", "5", "8" -> drug;
            case "2" -> SpokenDrug.withInstruction(drug, DispensingInstruction.ONE_DOSE.said(words));
            case "4" -> SpokenDrug.withInstruction(drug, DispensingInstruction.CRUSHED.said(words));
            case "6", "9" -> site ? SpokenDrug.withUsage(drug, "部位 " + words) : drug;
            case "7" -> once(drug, words);
            case "" -> words.isEmpty() ? drug : SpokenDrug.withUsage(drug, words);
            // From outside: a kind that the standard does not know yet.
            default -> {
                notes.info("dosing-not-understood", line, 3, line.at(3));
                yield SpokenDrug.withUsage(drug, words);
            }
        };
    }

    /// 1回使用量 in words: １滴.
    private static PrescribedDrug once(PrescribedDrug drug, String words) {
        var plain = Width.folded(words);
        return drug.dose().isNone() && ONCE.matcher(plain).matches()
                ? SpokenDrug.with(drug, "1回量 " + plain)
                : SpokenDrug.withUsage(drug, "1回使用量 " + words);
    }

    private PrescribedDrug remark(PrescribedDrug drug, RecordLine line) {
        var words = line.at(5);
        var instruction = DispensingInstruction.ofNumber(line.at(4));
        if (line.at(4).equals("7")) {
            return drug;
        } else if (instruction.isPresent()) {
            return SpokenDrug.withInstruction(drug, instruction.get().said(words));
        } else if (!line.at(4).isEmpty()) {
            notes.info("dosing-not-understood", line, 4, line.at(4));
        }
        return words.isEmpty() ? drug : SpokenDrug.with(drug, words);
    }
}
