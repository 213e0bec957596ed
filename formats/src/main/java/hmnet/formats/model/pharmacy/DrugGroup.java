package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Drugs of the common model gathered into a group as JAHIS and NSIPS write it (剤の組み立て): one usage, one
/// quantity, and what an amount counts follows from the form.
///
/// @param number of the group (RP番号): the drugs' own where it is free
/// @param counts what an amount counts: one day, one time, or what is handed over
/// @param quantity days, times, or 1 where the amount is what is handed over
public record DrugGroup(
        String number,
        DosageForm form,
        SupplyForm counts,
        int quantity,
        PrescribedDrug first,
        List<PrescribedDrug> drugs) {
    private record Same(
            String rp,
            DosageForm form,
            SupplyForm counts,
            int quantity,
            DoseUsage usage,
            int timesADay,
            Concept site,
            List<String> notes) {}

    private static final int LONGEST = 3;

    /// @param daily a day's amount may be told of every form, not of internal drugs alone
    public static List<DrugGroup> of(Medicines medicines, List<PrescribedDrug> drugs, boolean daily) {
        var groups = new LinkedHashMap<Same, List<PrescribedDrug>>();
        for (var drug : drugs) {
            groups.computeIfAbsent(same(drug, medicines.injection(), daily), same -> new ArrayList<>())
                    .add(drug);
        }
        var taken = new HashSet<String>();
        var rps = new ArrayList<DrugGroup>();
        groups.forEach((same, list) -> rps.add(new DrugGroup(
                number(same.rp(), taken),
                same.form(),
                same.counts(),
                same.quantity(),
                list.getFirst(),
                List.copyOf(list))));
        return rps;
    }

    private static String number(String rp, Set<String> taken) {
        boolean own = rp.length() <= LONGEST && rp.matches("[1-9]\\d*");
        if (own && taken.add(rp)) {
            return rp;
        }
        int next = 1 + taken.stream().mapToInt(Integer::parseInt).max().orElse(0);
        taken.add(String.valueOf(next));
        return String.valueOf(next);
    }

    /// A drug with neither an amount of a day for some days, nor one of a time for some times, is told by its
    /// total.
    private static Same same(PrescribedDrug drug, boolean injection, boolean daily) {
        var dosage = drug.dosage();
        var form = DosageForm.of(drug, injection);
        boolean needed = form == DosageForm.AS_NEEDED
                && drug.asNeeded()
                && dosage.period().times() > 0
                && !drug.dose().isNone();
        boolean days = !drug.asNeeded()
                && dosage.period().days() > 0
                && !drug.daily().isNone()
                && (daily || form.supply() == SupplyForm.INTERNAL);
        var counts = needed ? SupplyForm.AS_NEEDED : days ? SupplyForm.INTERNAL : SupplyForm.WHOLE;
        return new Same(
                drug.rp(),
                counts == SupplyForm.WHOLE && form.supply() != SupplyForm.WHOLE ? DosageForm.OTHER : form,
                counts,
                needed ? dosage.period().times() : days ? dosage.period().days() : 1,
                dosage.usage(),
                dosage.rhythm().timesADay(),
                dosage.way().site(),
                dosage.notes());
    }

    /// `Amount.NONE` where the sheet says none that this group could hold.
    public Amount amount(PrescribedDrug drug) {
        return switch (counts) {
            case INTERNAL -> drug.daily();
            case AS_NEEDED -> drug.dose();
            case WHOLE, UNKNOWN -> drug.total();
        };
    }

    /// 日分, 回分, 調剤.
    public String unit() {
        return switch (counts) {
            case INTERNAL -> "日分";
            case AS_NEEDED -> "回分";
            case WHOLE, UNKNOWN -> "調剤";
        };
    }

    /// The drugs under the number they are written with, where they had none of their own.
    public List<PrescribedDrug> numbered() {
        return drugs.stream()
                .map(drug -> drug.rp().matches("[1-9]\\d{0,2}") ? drug : WritableDrugs.numbered(drug, number))
                .toList();
    }
}
