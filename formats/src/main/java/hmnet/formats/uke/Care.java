package hmnet.formats.uke;

import hmnet.formats.chart.Amount;
import hmnet.formats.chart.Concept;
import hmnet.formats.chart.Entry;
import hmnet.formats.chart.Medicines;
import hmnet.formats.chart.Performed;
import hmnet.formats.lines.JapaneseDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What was done and given, day by day (摘要): prescriptions, injections, medicines used, procedures.
///
/// A unit without days (before 2012, or left out) stands on the first of its month and says so.
final class Care {
    private static final Set<String> PRESCRIBED = Set.of("21", "22", "23", "28", "14");
    private static final Set<String> INJECTED = Set.of("31", "32", "33");
    private static final Pattern CODE = Pattern.compile("[1-9]\\d{8}");
    static final String UNDATED = "算定日の記載なし（診療月のみ）";

    private final Receipt receipt;
    private final Map<Sort, Map<LocalDate, List<Medicines.Drug>>> drugs = new TreeMap<>();
    private final Map<LocalDate, List<Performed.Act>> acts = new TreeMap<>();

    private enum Sort {
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
            if (days.isEmpty()) {
                care.add(unit, receipt.first(), Math.max(1, unit.times()), true);
            } else {
                days.forEach((day, times) -> care.add(unit, receipt.day(day), times, false));
            }
        }
        receipt.all("CD").forEach(care::coded);
        return care.entries();
    }

    private void add(Units.Unit unit, LocalDate day, int times, boolean undated) {
        var medicines = unit.of("IY");
        for (var row : medicines) {
            into(sort(unit)).computeIfAbsent(day, any -> new ArrayList<>()).add(drug(unit, row, times, undated));
        }
        var list = acts.computeIfAbsent(day, any -> new ArrayList<>());
        for (var row : unit.rows()) {
            if (Set.of("SI", "SS", "TO").contains(row.tag())) {
                list.add(act(unit, row, times, undated));
            }
        }
        if (medicines.isEmpty()) {
            comments(unit, list);
        }
        if (list.isEmpty()) {
            acts.remove(day);
        }
    }

    private static void comments(Units.Unit unit, List<Performed.Act> list) {
        int nth = 0;
        for (var comment : unit.comments()) {
            list.add(new Performed.Act(
                    unit.identity() + "/comment/" + unit.number() + "/" + nth++,
                    Concept.of("コメント"),
                    Amount.NONE,
                    comment));
        }
    }

    private Map<LocalDate, List<Medicines.Drug>> into(Sort sort) {
        return drugs.computeIfAbsent(sort, any -> new TreeMap<>());
    }

    private static Sort sort(Units.Unit unit) {
        return PRESCRIBED.contains(unit.identity())
                ? Sort.PRESCRIBED
                : INJECTED.contains(unit.identity()) ? Sort.INJECTED : Sort.USED;
    }

    private static Medicines.Drug drug(Units.Unit unit, Row row, int times, boolean undated) {
        var amount = Amount.of(row.at("数量"), "");
        var comments = unit.comments();
        boolean internal = unit.identity().equals("21");
        boolean asNeeded = unit.identity().equals("22");
        boolean prescribed = sort(unit) == Sort.PRESCRIBED;
        return new Medicines.Drug(
                String.valueOf(unit.number()),
                ReceiptCodes.concept(row, ""),
                asNeeded || !prescribed ? amount : Amount.NONE,
                internal ? amount : Amount.NONE,
                prescribed ? String.join(" ", comments) : "",
                "",
                internal || asNeeded ? times : 0,
                asNeeded,
                null,
                prescribed && !internal && !asNeeded ? amount : Amount.NONE,
                Concept.NONE,
                notes(prescribed ? List.of() : comments, !prescribed && times > 1 ? times : 0, undated));
    }

    private static List<String> notes(List<String> comments, int times, boolean undated) {
        var notes = new ArrayList<>(comments);
        if (times > 0) {
            notes.add(times + "回");
        }
        if (undated) {
            notes.add(UNDATED);
        }
        return notes;
    }

    private static Performed.Act act(Units.Unit unit, Row row, int times, boolean undated) {
        var said = new ArrayList<String>();
        for (int i = 1; i <= 70; i++) {
            if (row.has("加算" + i)) {
                said.add((i % 2 == 1 ? "加算 " : "数量 ") + row.at("加算" + i));
            }
        }
        return new Performed.Act(
                unit.identity() + "/" + row.at("コード") + "/" + unit.number() + "/"
                        + unit.rows().indexOf(row),
                ReceiptCodes.concept(row, row.at("商品名")),
                Amount.of(row.at("数量"), ""),
                String.join(" ", notes(said, times > 1 ? times : 0, undated)));
    }

    /// A line of DPC coding data: the day first; the receipt's code is known by its nine digits.
    private void coded(Row row) {
        var day = JapaneseDate.day(row.at("実施日"));
        var code = row.line().columns().stream()
                .filter(column -> CODE.matcher(column.strip()).matches())
                .findFirst();
        if (day != null && code.isPresent()) {
            var list = acts.computeIfAbsent(day, any -> new ArrayList<>());
            list.add(new Performed.Act(
                    "CD/" + code.get().strip() + "/" + list.size(),
                    ReceiptCodes.concept(code.get().strip(), ""),
                    Amount.NONE,
                    ""));
        }
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        drugs.forEach((sort, days) -> days.forEach((day, list) -> entries.add(medicines(sort, day, list))));
        acts.forEach((day, list) -> entries.add(new Performed(
                "acts/" + day,
                ReceiptSheet.at(day),
                Performed.Kind.PROCEDURE,
                "診療行為",
                "",
                "",
                false,
                List.copyOf(list),
                Set.of())));
        return entries;
    }

    private Medicines medicines(Sort sort, LocalDate day, List<Medicines.Drug> list) {
        return new Medicines(
                sort.name().toLowerCase(Locale.ROOT) + "/" + day,
                ReceiptSheet.at(day),
                sort == Sort.PRESCRIBED ? Medicines.Act.ORDERED : Medicines.Act.ADMINISTERED,
                sort == Sort.INJECTED,
                receipt.head().has("入院日") ? "IHP" : "",
                "",
                "",
                "",
                List.copyOf(list),
                List.of(),
                false,
                Set.of());
    }
}
