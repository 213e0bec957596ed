package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.SpokenDrug;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.time.LocalDate;
import java.util.List;

/// The drugs of a dispensing in a handbook (お薬手帳の薬品): amounts by form and unit of their group, words of 281
/// to 391 each with the drug or the group it speaks of.
///
/// @param by who dispensed
/// @param recorder who entered the dispensing
record TcDrugs(Notes notes, LocalDate day, Concept by, TcRecorder recorder) {
    private static final String DAYS = "日";
    private static final String TIMES = "回";

    List<PrescribedDrug> drugs(TcGroup group) {
        return group.medicines().stream().map(medicine -> drug(group, medicine)).toList();
    }

    PrescribedDrug drug(TcGroup group, TcMedicine medicine) {
        var line = medicine.drug();
        var amount = Amount.of(line.at(3), line.at(4));
        if (!Supply.isClean(amount.value())) {
            notes.info("amount-not-a-number", line, 3, amount.value());
        }
        var usage = group.usage();
        var plain = PrescribedDrug.of(group.number(), TcDrugWords.concept(line), dosage(usage))
                .withBy(by);
        var drug = supply(usage).of(plain, amount, Amount.NONE);
        if (isUnknown(usage)) {
            int column = isKnownForm(usage) ? 4 : 5;
            notes.info("dosing-not-understood", usage, column, usage.at(column));
            drug = SpokenDrug.withUsage(drug, "用量 " + line.at(3) + line.at(4) + " 調剤数量 " + usage.at(3) + usage.at(4));
        }
        var words301 = recorder.words(usage, 8);
        if (!words301.isEmpty()) {
            drug = SpokenDrug.withUsage(drug, "用法" + words301);
        }
        var words201 = recorder.words(line, 7);
        if (!words201.isEmpty()) {
            drug = SpokenDrug.with(drug, "薬品" + words201);
        }
        for (var words : TcDrugWords.ofGroup(group, recorder)) {
            drug = SpokenDrug.withUsage(drug, words);
        }
        for (var words : TcDrugWords.ofDrug(medicine, recorder)) {
            drug = SpokenDrug.with(drug, words);
        }
        return drug;
    }

    private Dosage dosage(RecordLine usage) {
        boolean coded = StandardUsage.isCode(usage.at(7)) && !usage.at(6).equals("1");
        var concept = coded
                ? Concept.of(CodingSystems.USAGE, usage.at(7), usage.at(2))
                : Concept.of(CodingSystems.uri("JAHIS-TC-USAGE"), usage.at(7), usage.at(2));
        var form = DosageForm.ofTc(usage.at(5)).concept("");
        return Dosage.NONE
                .with(DoseUsage.of(concept))
                .with(StandardUsage.rhythm(concept.code(CodingSystems.USAGE), List.of()))
                .with(DosePeriod.of(day, 0))
                .with(new DoseWay(Concept.NONE, Concept.NONE, Concept.NONE, form));
    }

    private Supply supply(RecordLine usage) {
        int quantity = Supply.count(usage.at(3));
        if (quantity == 0) {
            notes.info("quantity-not-a-number", usage, 3, usage.at(3));
        }
        var form = isUnknown(usage)
                ? SupplyForm.UNKNOWN
                : DosageForm.ofTc(usage.at(5)).supply();
        boolean days = form == SupplyForm.INTERNAL || usage.at(4).contains(DAYS);
        return new Supply(form, quantity, days);
    }

    /// A number that the standard does not have, or none, or a unit that contradicts it: what an amount
    /// counts is not known.
    private static boolean isUnknown(RecordLine usage) {
        return !isKnownForm(usage) || isContradicted(usage);
    }

    private static boolean isKnownForm(RecordLine usage) {
        return DosageForm.ofTc(usage.at(5)) != DosageForm.OTHER || usage.at(5).equals(DosageForm.OTHER.tc());
    }

    /// Days of a drug taken when needed, times or weeks of one that is taken every day.
    private static boolean isContradicted(RecordLine usage) {
        var unit = usage.at(4);
        return switch (DosageForm.ofTc(usage.at(5)).supply()) {
            case INTERNAL -> !unit.isEmpty() && !unit.contains(DAYS);
            case AS_NEEDED -> !unit.isEmpty() && !unit.contains(TIMES);
            case WHOLE, UNKNOWN -> false;
        };
    }
}
