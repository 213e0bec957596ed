package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Allergies, blood type and infections (基礎的診療情報): mmlBc:BaseClinicModule.
final class BaseClinic {
    private BaseClinic() {}

    static List<Entry> of(Module module) {
        var entries = new ArrayList<Entry>();
        var items = new ArrayList<AllergyExtract.AllergyItem>();
        for (var item : module.body().at("allergy").all("allergyItem")) {
            var factor = item.said("factor");
            if (!factor.isEmpty()) {
                items.add(AllergyExtract.AllergyItem.of(
                        "",
                        factor,
                        "",
                        severity(item),
                        item.said("memo"),
                        item.said("identifiedDate"),
                        AllergyExtract.AllergyStatus.PRESENT));
            }
        }
        if (!items.isEmpty()) {
            entries.add(new Allergies("allergies", module.at(), items));
        }
        var blood = module.body().at("bloodtype");
        if (!blood.isBlank()) {
            entries.add(Papers.paper(
                    module, "bloodtype", "血液型", List.of(new Paper.PaperSection("血液型", Papers.prose(blood)))));
        }
        int nth = 0;
        for (var infection : module.body().at("infection").all("infectionItem")) {
            entries.add(infection(module, infection, nth++));
        }
        return entries;
    }

    /// Each for itself: what one of them says may need a label that the others do not.
    private static Paper infection(Module module, Node item, int nth) {
        var factor = item.said("factor");
        var labels = new HashSet<>(module.labels());
        labels.addAll(LabelRules.ofTest("", factor));
        labels.addAll(LabelRules.ofReceiptDisease("", factor));
        var paper = Papers.paper(
                module,
                "infection/" + factor + "/" + nth,
                "感染症",
                List.of(new Paper.PaperSection("感染症", Papers.prose(item))));
        return new Paper(
                paper.key(),
                paper.at(),
                paper.kind(),
                paper.type(),
                paper.title(),
                paper.author(),
                paper.department(),
                paper.sections(),
                "",
                paper.content(),
                CareStatus.ACTIVE,
                labels);
    }

    private static String severity(Node item) {
        return switch (item.said("severity")) {
            case "severe" -> "SV";
            case "moderate" -> "MO";
            case "mild" -> "MI";
            default -> "";
        };
    }
}
