package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What was ordered or done at a visit (CLAIM 会計情報): claim:ClaimModule, its bundles told apart into
/// medicines, injections and the rest by the receipt's class.
final class ClaimModule {
    private static final Set<String> MEDICINE = Set.of("21", "22", "23", "28", "29");
    private static final Set<String> INJECTION = Set.of("31", "32", "33", "34", "35");
    private static final int LONGEST_COUNT = 4;

    private final Module module;
    private final Node information;
    private final OffsetDateTime at;
    private final boolean done;
    private final List<Medicines.PrescribedDrug> taken = new ArrayList<>();
    private final List<Medicines.PrescribedDrug> injected = new ArrayList<>();
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
            acts.add(new PerformedActs.PerformedAct(
                    rp + "/" + kind, Concept.of(bundle.said("className")), Amount.NONE, bundle.said("memo")));
        }
        for (var item : items) {
            if (MEDICINE.contains(group) && isDrug(item)) {
                taken.add(drug(bundle, item, rp, group));
            } else if (INJECTION.contains(group) && isDrug(item)) {
                injected.add(drug(bundle, item, rp, group));
            } else if (!MEDICINE.contains(group) || !isUsage(item)) {
                acts.add(act(item, rp, acts.size()));
            }
        }
    }

    private static boolean isDrug(Node item) {
        return item.attribute("subclassCode").equals("2")
                || item.attribute("code").startsWith("6") && !isUsage(item);
    }

    private static boolean isUsage(Node item) {
        return item.attribute("subclassCode").equals("3")
                || item.attribute("code").startsWith("0010");
    }

    private static Medicines.PrescribedDrug drug(Node bundle, Node item, int rp, String group) {
        var number = item.at("number");
        var amount = Amount.of(number.text(), unit(number));
        boolean internal = group.equals("21") || group.equals("28") || group.equals("29");
        boolean asNeeded = group.equals("22");
        boolean injection = INJECTION.contains(group);
        return new Medicines.PrescribedDrug(
                String.valueOf(rp),
                concept(item),
                asNeeded || injection ? amount : Amount.NONE,
                internal ? amount : Amount.NONE,
                usage(bundle),
                "",
                internal || asNeeded ? count(bundle.said("bundleNumber")) : 0,
                asNeeded,
                null,
                internal || asNeeded || injection ? Amount.NONE : amount,
                Concept.NONE,
                words(bundle.said("memo"), item.said("memo")));
    }

    private static String usage(Node bundle) {
        var words = new ArrayList<String>();
        words.add(bundle.said("administration"));
        bundle.all("item").stream()
                .filter(ClaimModule::isUsage)
                .map(item -> item.said("name"))
                .forEach(words::add);
        words.add(bundle.said("admMemo"));
        return String.join(
                " ", words.stream().filter(word -> !word.isEmpty()).distinct().toList());
    }

    private static PerformedActs.PerformedAct act(Node item, int rp, int nth) {
        var number = item.at("number");
        return new PerformedActs.PerformedAct(
                rp + "/" + item.attribute("code") + "/" + nth,
                concept(item),
                number.text().isEmpty() ? Amount.NONE : Amount.of(number.text(), unit(number)),
                item.said("memo"));
    }

    /// A unit in words is kept; the code of a unit says nothing without its table.
    private static String unit(Node number) {
        var unit = number.attribute("unit");
        return unit.chars().allMatch(Character::isDigit) ? "" : unit;
    }

    private static Concept concept(Node item) {
        var code = item.attribute("code");
        var name = item.said("name");
        return code.isEmpty() ? Concept.of(name) : new Concept(name, List.of(new Code(system(code), code, name)));
    }

    private static String system(String code) {
        return switch (code.charAt(0)) {
            case '1' -> CodingSystems.RECEIPT_ACT;
            case '6' -> CodingSystems.uri("RECEIPT-DRUG");
            case '7' -> CodingSystems.uri("RECEIPT-MATERIAL");
            default -> CodingSystems.uri("RECEIPT-ITEM");
        };
    }

    private static int count(String text) {
        return text.isEmpty() || text.length() > LONGEST_COUNT || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? 0
                : Integer.parseInt(text);
    }

    private static List<String> words(String... words) {
        return List.of(words).stream().filter(word -> !word.isEmpty()).toList();
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
            entries.add(new PerformedActs(
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

    private Medicines medicines(String key, List<Medicines.PrescribedDrug> drugs, boolean injection) {
        return new Medicines(
                key,
                at,
                injection && done ? Medicines.MedicineAct.ADMINISTERED : Medicines.MedicineAct.ORDERED,
                injection,
                information.attribute("admitFlag").equals("true") ? "IHP" : "",
                department(),
                module.author(),
                "",
                List.copyOf(drugs),
                words(module.body().said("memo")),
                false,
                module.labels());
    }

    private String department() {
        var named = Module.department(information.at("patientDepartment"));
        return named.isEmpty() ? module.department() : named;
    }
}
