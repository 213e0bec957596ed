package hmnet.formats.uke;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The drugs and acts of a receipt (レセプトの診療行為・薬剤).
final class CareItems {
    static final Pattern CODE = Pattern.compile("[1-9]\\d{8}");

    private CareItems() {}

    /// The columns of a line of coding data that no published layout names, each by its number.
    static String columns(ReceiptRow row, String code) {
        var said = new ArrayList<String>();
        for (int i = 2; i < row.line().size(); i++) {
            if (row.line().has(i) && !row.line().at(i).equals(code.strip())) {
                said.add("CD[" + i + "] " + row.line().at(i));
            }
        }
        return String.join("、", said);
    }

    static void comments(ReceiptUnit unit, List<String> comments, List<PerformedActs.PerformedAct> list) {
        int nth = 0;
        for (var comment : comments) {
            list.add(PerformedActs.PerformedAct.of(
                    unit.identity() + "/comment/" + unit.number() + "/" + nth++,
                    Concept.of("コメント"),
                    Amount.NONE,
                    comment));
        }
    }

    static PrescribedDrug drug(ReceiptUnit unit, ReceiptRow row, int times, String usage, List<String> notes) {
        var amount = Amount.of(row.at("数量"), "");
        boolean internal = unit.identity().equals("21");
        boolean asNeeded = unit.identity().equals("22");
        boolean prescribed = Care.sort(unit) == Care.Sort.PRESCRIBED;
        var drug = PrescribedDrug.of(
                String.valueOf(unit.number()),
                ReceiptCodes.concept(row, ""),
                asNeeded || !prescribed ? amount : Amount.NONE,
                internal ? amount : Amount.NONE,
                usage,
                "",
                internal || asNeeded ? times : 0,
                asNeeded,
                null,
                prescribed && !internal && !asNeeded ? amount : Amount.NONE,
                Concept.NONE,
                unit(prescribed && !internal && !asNeeded && times > 1 ? supplied(notes, times) : notes));
        var rhythm =
                StandardUsage.rhythm("", unit.words().stream().map(Concept::of).toList());
        var said = rhythm.skipsDays() && asNeeded ? rhythm.whenNeeded(Concept.NONE) : rhythm;
        return said.skipsDays() ? drug.withDosage(drug.dosage().with(said)) : drug;
    }

    /// The amount is that of one time it was handed over.
    private static List<String> supplied(List<String> notes, int times) {
        var all = new ArrayList<String>();
        all.add(times + "調剤");
        all.addAll(notes);
        return all;
    }

    /// A receipt counts in the unit of the master of drugs, which it does not name.
    static List<String> unit(List<String> notes) {
        var all = new ArrayList<>(notes);
        all.add("単位の記載なし");
        return all;
    }

    static List<String> notes(List<String> comments, int times, boolean undated) {
        var notes = new ArrayList<>(comments);
        if (times > 0) {
            notes.add(times + "回");
        }
        if (undated) {
            notes.add(Care.UNDATED);
        }
        return notes;
    }

    static PerformedActs.PerformedAct act(ReceiptUnit unit, ReceiptRow row, int nth, int times, boolean undated) {
        return PerformedActs.PerformedAct.of(
                unit.identity() + "/" + row.at("コード") + "/" + unit.number() + "/" + nth,
                ReceiptCodes.concept(row, row.at("商品名")),
                MaterialUnits.amount(row),
                String.join(" ", notes(additions(row), times > 1 ? times : 0, undated)));
    }

    /// What a dentist's act is raised by (加算): pairs of code and number.
    private static List<String> additions(ReceiptRow row) {
        var said = new ArrayList<String>();
        if (row.has("数量2")) {
            said.add("数量2 " + row.at("数量2"));
        }
        for (int i = 1; row.columns().containsKey("加算" + i); i++) {
            if (row.has("加算" + i)) {
                said.add((i % 2 == 1 ? "加算 " : "数量 ") + row.at("加算" + i));
            }
        }
        return said;
    }
}
