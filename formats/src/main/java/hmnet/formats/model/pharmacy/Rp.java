package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Medicines.Drug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Drugs of the common model gathered into a group as JAHIS and NSIPS write it (剤の組み立て): one usage, one
/// quantity, and what an amount counts follows from the form.
///
/// @param number from 1, in the order of the drugs
/// @param quantity days, times, or 1 where the amount is what is handed over
public record Rp(int number, Supply.Form form, int quantity, Drug first, List<Drug> drugs) {
    private record Same(String rp, Supply.Form form, int quantity, String usage, String code) {}

    public static List<Rp> of(List<Drug> drugs) {
        var groups = new LinkedHashMap<Same, List<Drug>>();
        for (var drug : drugs) {
            var form = form(drug);
            int quantity = form == Supply.Form.WHOLE ? 1 : drug.days();
            groups.computeIfAbsent(
                            new Same(drug.rp(), form, quantity, drug.usage(), drug.usageCode()),
                            same -> new ArrayList<>())
                    .add(drug);
        }
        var rps = new ArrayList<Rp>();
        groups.forEach((same, list) ->
                rps.add(new Rp(rps.size() + 1, same.form(), same.quantity(), list.getFirst(), List.copyOf(list))));
        return rps;
    }

    /// A drug with neither an amount of a day for some days, nor one of a time for some times, is told by its
    /// total.
    private static Supply.Form form(Drug drug) {
        if (drug.days() > 0 && drug.asNeeded() && !drug.dose().isNone()) {
            return Supply.Form.AS_NEEDED;
        }
        boolean daily = drug.days() > 0 && !drug.asNeeded() && !drug.daily().isNone();
        return daily ? Supply.Form.INTERNAL : Supply.Form.WHOLE;
    }

    /// `Amount.NONE` where the sheet says none that this group could hold.
    public Amount amount(Drug drug) {
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
