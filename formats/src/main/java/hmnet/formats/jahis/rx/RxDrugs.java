package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The drugs of a prescription (処方薬): amounts by the form of their group, what belongs to them by the kinds
/// of 181 and 281.
final class RxDrugs {
    private final Notes notes;
    private final LocalDate start;

    RxDrugs(Notes notes, LocalDate start) {
        this.notes = notes;
        this.start = start;
    }

    List<PrescribedDrug> drugs(List<RxGroup> groups) {
        var drugs = new ArrayList<PrescribedDrug>();
        for (var group : groups) {
            for (var medicine : group.medicines()) {
                drugs.add(drug(group, medicine));
            }
        }
        return drugs;
    }

    PrescribedDrug drug(RxGroup group, RxMedicine medicine) {
        var line = medicine.drug();
        var amount = Amount.of(line.at(7), line.at(9));
        if (!Supply.isClean(amount.value())) {
            notes.info("amount-not-a-number", line, 7, amount.value());
        }
        var period = DosePeriod.of(start, 0);
        var dosage = new RxUsage(group, medicine, notes).dosage().with(period);
        var plain = PrescribedDrug.of(group.number(), concept(line), dosage);
        var drug = supply(group).of(plain, amount, once(medicine));
        drug = withAmounts(drug, medicine);
        return new RxRemarks(group, medicine, notes).with(drug);
    }

    private static PrescribedDrug withAmounts(PrescribedDrug drug, RxMedicine medicine) {
        var dosage = drug.dosage();
        var amounts = dosage.amounts().inSubstance(medicine.drug().at(8).equals("2"));
        var uneven = new RxUneven(medicine).doses();
        return drug.withDosage(dosage.with(uneven.isEmpty() ? amounts : amounts.withUneven(uneven)));
    }

    private static Amount once(RxMedicine medicine) {
        var line = medicine.first("241");
        return line.has(3) ? Amount.of(line.at(3), medicine.drug().at(9)) : Amount.NONE;
    }

    /// Of a prescription in parts the quantity is that of this part, the whole stands in 101 (102).
    private Supply supply(RxGroup group) {
        var part = group.first("102");
        var form = group.form();
        int quantity = Supply.count(part.has(2) ? part.at(2) : form.at(4));
        if (quantity == 0) {
            notes.info("quantity-not-a-number", form, 4, form.at(4));
        }
        var supply = DosageForm.ofRx(form.at(2)).supply();
        return new Supply(supply, quantity, supply == SupplyForm.INTERNAL);
    }

    private static Concept concept(RecordLine line) {
        var system = DrugCodes.system(line.at(4), line.at(5));
        return system.isEmpty() || !line.has(5)
                ? Concept.of(line.at(6))
                : new Concept(line.at(6), List.of(new Code(system, line.at(5), line.at(6))));
    }
}
