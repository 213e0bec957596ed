package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One item of a claim (CLAIMの項目): a drug, its usage or an act.
final class ClaimItem {
    static final Set<String> MEDICINE = Set.of("21", "22", "23", "28", "29");
    static final Set<String> INJECTION = Set.of("31", "32", "33", "34", "35");
    private static final int LONGEST_COUNT = 4;

    private ClaimItem() {}

    static boolean isDrug(Node item) {
        return item.attribute("subclassCode").equals("2")
                || item.attribute("code").startsWith("6") && !isUsage(item);
    }

    static boolean isUsage(Node item) {
        return item.attribute("subclassCode").equals("3")
                || item.attribute("code").startsWith("0010");
    }

    static PrescribedDrug drug(Node bundle, Node item, int rp, String group) {
        var number = item.at("number");
        var amount = Amount.of(number.text(), unit(number));
        boolean internal = group.equals("21") || group.equals("28") || group.equals("29");
        boolean asNeeded = group.equals("22");
        boolean injection = INJECTION.contains(group);
        var drug = PrescribedDrug.of(
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
                words(bundle.said("memo"), item.said("memo"), unit(number).isEmpty() ? "単位の記載なし" : ""));
        var rhythm = StandardUsage.rhythm("", List.of(Concept.of(bundle.said("admMemo"))));
        return rhythm.skipsDays() && !asNeeded ? drug.withDosage(drug.dosage().with(rhythm)) : drug;
    }

    private static String usage(Node bundle) {
        var words = new ArrayList<String>();
        words.add(bundle.said("administration"));
        bundle.all("item").stream()
                .filter(ClaimItem::isUsage)
                .map(item -> item.said("name"))
                .forEach(words::add);
        words.add(bundle.said("admMemo"));
        return String.join(
                " ", words.stream().filter(word -> !word.isEmpty()).distinct().toList());
    }

    static PerformedActs.PerformedAct act(Node item, int rp, int nth) {
        var number = item.at("number");
        return PerformedActs.PerformedAct.of(
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

    static List<String> words(String... words) {
        return List.of(words).stream().filter(word -> !word.isEmpty()).toList();
    }
}
