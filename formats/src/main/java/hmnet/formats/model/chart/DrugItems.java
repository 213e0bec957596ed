package hmnet.formats.model.chart;

import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a medicine list shows of one drug (お薬一覧の行): an item for each instruction, of a mixture one for
/// each drug in it, since a list names what goes into the patient.
public final class DrugItems {
    private DrugItems() {}

    public static List<DrugItem> of(PrescribedDrug drug) {
        var items = new ArrayList<DrugItem>();
        for (int n = 0; n < drug.dosages().size(); n++) {
            var step = drug.dosages().size() == 1
                    ? ""
                    : "用法 " + (n + 1) + "／" + drug.dosages().size();
            if (drug.ingredients().isEmpty()) {
                items.add(item(drug, drug.drug(), drug.dosages().get(n), step, n == 0));
            }
            for (var part : drug.ingredients()) {
                items.add(part(drug, part, drug.dosages().get(n), step));
            }
        }
        return items;
    }

    private static DrugItem item(PrescribedDrug drug, Concept name, Dosage dosage, String step, boolean first) {
        var amounts = dosage.amounts();
        var once = once(amounts);
        var total = first ? drug.total() : Amount.NONE;
        return item(drug, name, dosage, once, amounts.daily(), total, details(drug, dosage, step));
    }

    private static DrugItem part(PrescribedDrug drug, PrescribedDrug.Ingredient part, Dosage dosage, String step) {
        var details = new ArrayList<>(List.of(step));
        if (!dosage.amounts().once().isNone()) {
            details.add("混注 全量 " + dosage.amounts().once().shown());
        }
        if (!dosage.amounts().daily().isNone()) {
            details.add("混注 全量の1日量 " + dosage.amounts().daily().shown());
        }
        details.addAll(details(drug, dosage, ""));
        return item(drug, part.drug(), dosage, part.amount(), Amount.NONE, drug.total(), details);
    }

    private static DrugItem item(
            PrescribedDrug drug,
            Concept name,
            Dosage dosage,
            Amount once,
            Amount daily,
            Amount total,
            List<String> details) {
        var period = dosage.period();
        return new DrugItem(
                drug.rp(),
                name.first().code(),
                name.first().system(),
                name.shown(),
                once.value(),
                once.unitShown(),
                daily.value(),
                daily.unitShown(),
                dosage.usage().words(),
                dosage.usage().usage().code(CodingSystems.USAGE),
                period.days(),
                period.startDay(),
                period.endDay(),
                total.value(),
                total.unitShown(),
                dosage.way().route().shown(),
                drug.status().state(),
                drug.status().reason(),
                details.stream().filter(detail -> !detail.isBlank()).distinct().toList(),
                drug.notes());
    }

    /// One time; `4-2-1` where each time of the day has its own amount.
    private static Amount once(DoseAmounts amounts) {
        if (amounts.uneven().isEmpty()) {
            return amounts.once();
        }
        var unit = amounts.uneven().getFirst().amount();
        return new Amount(
                amounts.uneven().stream().map(dose -> dose.amount().value()).collect(Collectors.joining("-")),
                unit.unit(),
                unit.unitCode(),
                unit.system());
    }

    private static List<String> details(PrescribedDrug drug, Dosage dosage, String step) {
        var details = new ArrayList<>(List.of(step));
        details.addAll(DosageWords.of(dosage));
        drug.instructions().forEach(instruction -> details.add(instruction.shown()));
        if (!drug.pack().isNone()) {
            details.add("1包装 " + drug.pack().shown());
        }
        if (!drug.by().isNone()) {
            details.add((drug.status().state().isCurrent() ? "実施者 " : "担当者 ")
                    + drug.by().shown());
        }
        return details;
    }
}
