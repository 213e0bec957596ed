package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was done at a visit (診療行為): groups by ORCA's class of act, told apart into medicines, injections
/// and the rest.
///
/// The class's first two digits are the receipt's 診療識別; an item's first digit says what it is: 1 act, 6
/// medicine, 7 material, 8 and 0 comment or usage.
final class Acts {
    private static final int CLASS = 2;

    private final Reply reply;
    private final OrcaVisit visit;
    private final List<PrescribedDrug> taken = new ArrayList<>();
    private final List<PrescribedDrug> injected = new ArrayList<>();
    private final List<PerformedActs.PerformedAct> acts = new ArrayList<>();

    /// One visit as the reply names it (診療).
    record OrcaVisit(String key, OffsetDateTime at, OrderSource source) {}

    private Acts(Reply reply, OrcaVisit visit) {
        this.reply = reply;
        this.visit = visit;
    }

    /// @param groups each a `Medical_Info`: class, number of days or times, its items
    static List<Entry> of(Reply reply, OrcaVisit visit, List<Node> groups) {
        var acts = new Acts(reply, visit);
        for (int i = 0; i < groups.size(); i++) {
            acts.add(groups.get(i), i + 1);
        }
        return acts.entries();
    }

    private void add(Node group, int rp) {
        var kind = group.said("Medical_Class");
        var items = group.items("Medication_Info");
        if (items.isEmpty()) {
            items = group.items("Medication_info");
        }
        switch (kind.length() < CLASS ? "" : kind.substring(0, CLASS)) {
            case "21", "22", "23", "28", "29" -> drugs(group, items, rp, taken);
            case "31", "32", "33", "34", "35" -> drugs(group, items, rp, injected);
            default -> items.forEach(item -> act(item, group, rp));
        }
    }

    private void drugs(Node group, List<Node> items, int rp, List<PrescribedDrug> into) {
        var words = new ArrayList<String>();
        for (var item : items) {
            if (isComment(item)) {
                words.add(item.said("Medication_Name"));
            }
        }
        var rule = new OrcaSupply(
                group.said("Medical_Class"),
                PaddedNumber.whole(group.said("Medical_Class_Number")),
                String.join(" ", words));
        for (var item : items) {
            if (code(item).startsWith("6")) {
                into.add(rule.drug(
                        String.valueOf(rp),
                        OrcaDrugs.concept(code(item), "", item.said("Medication_Name")),
                        Amount.of(PaddedNumber.plain(item.said("Medication_Number")), item.said("Unit_Code_Name"))));
            } else if (!isComment(item)) {
                act(item, group, rp);
            }
        }
    }

    private void act(Node item, Node group, int rp) {
        var code = code(item);
        var name = item.said("Medication_Name");
        if (isComment(item)) {
            if (!name.isEmpty()) {
                acts.add(PerformedActs.PerformedAct.of(
                        rp + "/" + code + "/" + acts.size(), Concept.of("コメント"), Amount.NONE, name));
            }
            return;
        }
        var system = code.startsWith("1") ? CodingSystems.RECEIPT_ACT : OrcaDrugs.RECEIPT_DRUG;
        acts.add(PerformedActs.PerformedAct.of(
                rp + "/" + code + "/" + acts.size(),
                new Concept(
                        name.isEmpty() ? group.said("Medical_Class_Name") : name,
                        List.of(new Code(system, code, name))),
                Amount.of(PaddedNumber.plain(item.said("Medication_Number")), ""),
                ""));
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        if (!taken.isEmpty()) {
            entries.add(medicines("medicines", taken, false));
        }
        if (!injected.isEmpty()) {
            entries.add(medicines("injections", injected, true));
        }
        if (!acts.isEmpty()) {
            entries.add(PerformedActs.of(
                    visit.key + "/acts",
                    visit.at,
                    PerformedActs.PerformedKind.PROCEDURE,
                    "診療行為",
                    visit.source.department().shown(),
                    visit.source.doctor().shown(),
                    !reply.isReply(),
                    List.copyOf(acts),
                    Set.of()));
        }
        return entries;
    }

    private Medicines medicines(String what, List<PrescribedDrug> drugs, boolean injection) {
        return new Medicines(
                visit.key + "/" + what,
                visit.at,
                injection && reply.isReply() ? Medicines.MedicineAct.ADMINISTERED : Medicines.MedicineAct.ORDERED,
                injection,
                List.of(),
                visit.source,
                List.copyOf(drugs),
                List.of(),
                false,
                Set.of());
    }

    private static String code(Node item) {
        return item.said("Medication_Code");
    }

    private static boolean isComment(Node item) {
        var code = code(item);
        return code.startsWith("8") || code.startsWith("00") || code.isEmpty();
    }
}
