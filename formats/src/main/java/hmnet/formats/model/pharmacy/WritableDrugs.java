package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.List;

/// Drugs as a format of groups can hold them (書き出せる薬剤): each with one instruction and one drug; what is
/// stopped, not done or only planned is never written as if it were to be taken.
///
/// @param left elements that had to be parted or left out, by their path in the model
public record WritableDrugs(List<PrescribedDrug> drugs, List<String> left) {
    public static WritableDrugs of(List<PrescribedDrug> drugs) {
        var writable = new WritableDrugs(new ArrayList<>(), new ArrayList<>());
        for (int n = 0; n < drugs.size(); n++) {
            writable.add(drugs.get(n), "drugs[" + n + "]");
        }
        return writable;
    }

    private void add(PrescribedDrug drug, String path) {
        if (!drug.status().state().isCurrent()) {
            left.add(path + " " + drug.status().state());
            return;
        }
        if (!drug.status().isActive()) {
            left.add(path + ".status");
        }
        if (drug.dosages().size() > 1) {
            left.add(path + ".dosages");
        }
        for (int n = 0; n < drug.dosages().size(); n++) {
            step(drug, drug.dosages().get(n), n == 0 ? drug.rp() : drug.rp() + "#" + (n + 1), n == 0, path);
        }
    }

    private void step(PrescribedDrug drug, Dosage dosage, String rp, boolean first, String path) {
        var total = first ? drug.total() : Amount.NONE;
        if (drug.ingredients().isEmpty()) {
            drugs.add(with(drug, rp, dosage, total));
            return;
        }
        left.add(path + ".ingredients");
        for (var part : drug.ingredients()) {
            var amounts = dosage.amounts();
            drugs.add(with(
                    drug.withDrug(part.drug(), List.of()),
                    rp,
                    dosage.with(DoseAmounts.of(part.amount(), Amount.NONE).withRate(amounts.rate())),
                    part.amount()));
        }
    }

    private static PrescribedDrug with(PrescribedDrug drug, String rp, Dosage dosage, Amount total) {
        return new PrescribedDrug(
                rp,
                drug.drug(),
                drug.ingredients(),
                List.of(dosage),
                total,
                drug.pack(),
                drug.status(),
                drug.instructions(),
                drug.by(),
                drug.notes());
    }

    static PrescribedDrug numbered(PrescribedDrug drug, String rp) {
        return with(drug, rp, drug.dosage(), drug.total());
    }
}
