package hmnet.formats.uke;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was done and given, day by day (摘要): prescriptions, injections, medicines used, procedures.
///
/// A unit without days (before 2012, or left out) stands on the first of its month and says so.
final class Care {
    private static final Set<String> PRESCRIBED = Set.of("21", "22", "23", "28", "14");
    private static final Set<String> INJECTED = Set.of("31", "32", "33");
    static final String UNDATED = "算定日の記載なし（診療月のみ）";

    private final Receipt receipt;
    private final Map<Sort, Map<LocalDate, List<PrescribedDrug>>> drugs = new TreeMap<>();
    private final Map<LocalDate, List<PerformedActs.PerformedAct>> acts = new TreeMap<>();

    enum Sort {
        PRESCRIBED,
        INJECTED,
        USED
    }

    private Care(Receipt receipt) {
        this.receipt = receipt;
    }

    static List<Entry> of(Receipt receipt) {
        var care = new Care(receipt);
        for (var unit : Units.of(receipt)) {
            var days = unit.days();
            var comments = unit.comments();
            if (days.isEmpty()) {
                care.add(unit, comments, receipt.first(), Math.max(1, unit.times()), true);
            } else {
                days.forEach((day, times) -> care.add(unit, comments, receipt.day(day), times, false));
            }
        }
        receipt.all("CD").forEach(care::coded);
        return care.entries();
    }

    private void add(ReceiptUnit unit, List<String> comments, LocalDate day, int times, boolean undated) {
        var usage = sort(unit) == Sort.PRESCRIBED ? String.join(" ", comments) : "";
        var notes = CareItems.notes(
                sort(unit) == Sort.PRESCRIBED ? List.of() : comments,
                sort(unit) != Sort.PRESCRIBED && times > 1 ? times : 0,
                undated);
        boolean medicine = false;
        int nth = 0;
        var list = new ArrayList<PerformedActs.PerformedAct>();
        for (var row : unit.rows()) {
            switch (row.tag()) {
                case "IY" -> {
                    medicine = true;
                    into(sort(unit))
                            .computeIfAbsent(day, any -> new ArrayList<>())
                            .add(CareItems.drug(unit, row, times, usage, notes));
                }
                case "SI", "SS", "TO" -> list.add(CareItems.act(unit, row, nth, times, undated));
                default -> {} // comments, told below or with the medicines
            }
            nth++;
        }
        if (!medicine) {
            CareItems.comments(unit, comments, list);
        }
        if (!list.isEmpty()) {
            acts.computeIfAbsent(day, any -> new ArrayList<>()).addAll(list);
        }
    }

    private Map<LocalDate, List<PrescribedDrug>> into(Sort sort) {
        return drugs.computeIfAbsent(sort, any -> new TreeMap<>());
    }

    static Sort sort(ReceiptUnit unit) {
        return PRESCRIBED.contains(unit.identity())
                ? Sort.PRESCRIBED
                : INJECTED.contains(unit.identity()) ? Sort.INJECTED : Sort.USED;
    }

    /// A line of DPC coding data: the day first; the receipt's code is known by its nine digits.
    private void coded(ReceiptRow row) {
        var day = JapaneseDate.day(row.at("実施日"));
        var code = row.line().columns().stream()
                .filter(column -> CareItems.CODE.matcher(column.strip()).matches())
                .findFirst();
        if (day != null && code.isPresent()) {
            var list = acts.computeIfAbsent(day, any -> new ArrayList<>());
            list.add(PerformedActs.PerformedAct.of(
                    "CD/" + code.get().strip() + "/" + list.size(),
                    ReceiptCodes.concept(code.get().strip(), ""),
                    Amount.NONE,
                    CareItems.columns(row, code.get())));
        }
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        drugs.forEach((sort, days) -> days.forEach((day, list) -> entries.add(medicines(sort, day, list))));
        acts.forEach((day, list) -> entries.add(new PerformedActs(
                "acts/" + day,
                ReceiptSheet.at(day),
                PerformedActs.PerformedKind.PROCEDURE,
                "診療行為",
                receipt.source(),
                false,
                CareStatus.ACTIVE,
                List.copyOf(list),
                Set.of())));
        return entries;
    }

    private Medicines medicines(Sort sort, LocalDate day, List<PrescribedDrug> list) {
        return Medicines.of(
                        sort.name().toLowerCase(Locale.ROOT) + "/" + day,
                        ReceiptSheet.at(day),
                        sort == Sort.PRESCRIBED ? Medicines.MedicineAct.ORDERED : Medicines.MedicineAct.ADMINISTERED,
                        sort == Sort.INJECTED,
                        receipt.head().has("入院日") ? "IHP" : "",
                        "",
                        "",
                        "",
                        List.copyOf(list),
                        List.of(),
                        false,
                        Set.of())
                .from(receipt.source(), Set.of());
    }
}
