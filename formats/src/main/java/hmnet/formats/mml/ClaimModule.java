package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// What was ordered or done at a visit (CLAIM 会計情報): claim:ClaimModule, its bundles told apart into
/// medicines, injections and the rest by the receipt's class.
final class ClaimModule {
    private final Module module;
    private final Node information;
    private final OffsetDateTime at;
    private final boolean done;
    private final List<PrescribedDrug> taken = new ArrayList<>();
    private final List<PrescribedDrug> injected = new ArrayList<>();
    private final List<PerformedActs.PerformedAct> acts = new ArrayList<>();

    private ClaimModule(Module module) {
        this.module = module;
        this.information = module.body().at("information");
        this.done = information.attribute("status").equals("perform");
        var time = MmlTime.of(information.attribute(done ? "performTime" : "orderTime"));
        this.at = time == null ? module.at() : time;
    }

    static List<Entry> of(Module module) {
        var claimModule = new ClaimModule(module);
        var bundles = module.body().all("bundle");
        for (int i = 0; i < bundles.size(); i++) {
            claimModule.add(bundles.get(i), i + 1);
        }
        return claimModule.entries();
    }

    private void add(Node bundle, int rp) {
        var kind = bundle.attribute("classCode");
        var group = kind.length() < 2 ? "" : kind.substring(0, 2);
        var items = bundle.all("item");
        if (items.isEmpty() && !bundle.said("className").isEmpty()) {
            acts.add(PerformedActs.PerformedAct.of(
                    rp + "/" + kind, Concept.of(bundle.said("className")), Amount.NONE, bundle.said("memo")));
        }
        for (var item : items) {
            if (ClaimItem.MEDICINE.contains(group) && ClaimItem.isDrug(item)) {
                taken.add(ClaimItem.drug(bundle, item, rp, group));
            } else if (ClaimItem.INJECTION.contains(group) && ClaimItem.isDrug(item)) {
                injected.add(ClaimItem.drug(bundle, item, rp, group));
            } else if (!ClaimItem.MEDICINE.contains(group) || !ClaimItem.isUsage(item)) {
                acts.add(ClaimItem.act(item, rp, acts.size()));
            }
        }
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
                    "acts",
                    at,
                    PerformedActs.PerformedKind.PROCEDURE,
                    "診療行為",
                    department(),
                    module.author(),
                    !done,
                    List.copyOf(acts),
                    module.labels()));
        }
        return entries;
    }

    private Medicines medicines(String key, List<PrescribedDrug> drugs, boolean injection) {
        return Medicines.of(
                        key,
                        at,
                        injection && done ? Medicines.MedicineAct.ADMINISTERED : Medicines.MedicineAct.ORDERED,
                        injection,
                        information.attribute("admitFlag").equals("true") ? "IHP" : "",
                        department(),
                        module.author(),
                        "",
                        List.copyOf(drugs),
                        ClaimItem.words(module.body().said("memo")),
                        false,
                        module.labels())
                .from(source(), module.labels());
    }

    /// `admitFlag` says whether they lie in a bed; without it nobody does.
    private OrderSource source() {
        var setting = switch (information.attribute("admitFlag")) {
            case "true" -> CareSetting.INPATIENT;
            case "false" -> CareSetting.OUTPATIENT;
            // From outside: left out.
            default -> CareSetting.UNKNOWN;
        };
        return OrderSource.of(department(), module.author()).in(setting);
    }

    private String department() {
        var named = Module.department(information.at("patientDepartment"));
        return named.isEmpty() ? module.department() : named;
    }
}
