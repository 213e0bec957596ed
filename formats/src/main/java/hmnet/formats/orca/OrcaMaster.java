package hmnet.formats.orca;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A patient as ORCA keeps them (患者登録).
final class OrcaMaster {
    private OrcaMaster() {}

    static Sheet of(Node who, Reply reply) {
        var entries = new ArrayList<Entry>();
        var items = new ArrayList<AllergyExtract.AllergyItem>();
        for (var field : List.of("Allergy1", "Allergy2", "Contraindication1", "Contraindication2")) {
            var said = who.said(field);
            if (!said.isBlank()) {
                items.add(AllergyExtract.AllergyItem.of(
                        "", said, "", "", field.startsWith("C") ? "禁忌" : "", "", AllergyExtract.AllergyStatus.PRESENT));
            }
        }
        if (!items.isEmpty()) {
            entries.add(new Allergies("allergies", reply.at(), items));
        }
        if (who.said("Death_Flag").equals("1")) {
            entries.add(death(reply));
        }
        var id = OrcaPatient.number(who);
        return new Sheet(
                id,
                OrcaPatient.demographics(who),
                OrcaPatient.insured(who),
                "patient/" + id,
                reply.version(),
                reply.at(),
                false,
                true,
                entries);
    }

    /// ORCA says that somebody died, not when.
    private static Paper death(Reply reply) {
        return new Paper(
                "death",
                reply.at(),
                Paper.PaperKind.DOCUMENT,
                Concept.of("患者登録"),
                "死亡（患者登録）",
                "",
                "",
                List.of(new Paper.PaperSection("死亡区分", "死亡（日付の記載なし）")),
                "",
                new byte[0],
                CareStatus.ACTIVE,
                Set.of());
    }
}
