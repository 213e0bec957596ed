package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Drugs of the common model gathered into a group as JAHIS and NSIPS write it (剤の組み立て): one usage, one
/// quantity, and what an amount counts follows from the form.
///
/// @param number from 1, in the order of the drugs
/// @param quantity days, times, or 1 where the amount is what is handed over
public record DrugGroup(
        int number, Supply.SupplyForm form, int quantity, PrescribedDrug first, List<PrescribedDrug> drugs) {
    private record Same(String rp, Supply.SupplyForm form, int quantity, String usage, String code) {}

    public static List<DrugGroup> of(List<PrescribedDrug> drugs) {
        var groups = new LinkedHashMap<Same, List<PrescribedDrug>>();
        for (var drug : drugs) {
            var form = form(drug);
            int quantity = form == Supply.SupplyForm.WHOLE ? 1 : drug.count();
            groups.computeIfAbsent(
                            new Same(drug.rp(), form, quantity, drug.usage(), drug.usageCode()),
                            same -> new ArrayList<>())
                    .add(drug);
        }
        var rps = new ArrayList<DrugGroup>();
        groups.forEach((same, list) -> rps.add(
                new DrugGroup(rps.size() + 1, same.form(), same.quantity(), list.getFirst(), List.copyOf(list))));
        return rps;
    }

    /// A drug with neither an amount of a day for some days, nor one of a time for some times, is told by its
    /// total.
    private static Supply.SupplyForm form(PrescribedDrug drug) {
        if (drug.count() > 0 && drug.asNeeded() && !drug.dose().isNone()) {
            return Supply.SupplyForm.AS_NEEDED;
        }
        boolean daily = drug.count() > 0 && !drug.asNeeded() && !drug.daily().isNone();
        return daily ? Supply.SupplyForm.INTERNAL : Supply.SupplyForm.WHOLE;
    }

    /// `Amount.NONE` where the sheet says none that this group could hold.
    public Amount amount(PrescribedDrug drug) {
        return switch (form) {
            case INTERNAL -> drug.daily();
            case AS_NEEDED -> drug.dose();
            case WHOLE, UNKNOWN -> drug.total();
        };
    }

    /// 日分, 回分, 調剤.
    public String unit() {
        return switch (form) {
            case INTERNAL -> "日分";
            case AS_NEEDED -> "回分";
            case WHOLE, UNKNOWN -> "調剤";
        };
    }
}
