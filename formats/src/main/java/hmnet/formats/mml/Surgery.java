package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Operations (手術記録情報): mmlSg:SurgeryModule, what was done and the surgeon's words.
final class Surgery {
    private Surgery() {}

    static List<Entry> of(Module module) {
        var entries = new ArrayList<Entry>();
        int nth = 0;
        for (var item : module.body().all("surgeryItem")) {
            nth++;
            var date = MmlTime.of(item.said("surgicalInfo", "date"));
            var at = date == null ? module.at() : date;
            var acts = acts(item);
            if (!acts.isEmpty()) {
                entries.add(performed(module, item, "surgery/" + nth, at, acts));
            }
            var words = item.said("operativeNotes");
            if (!words.isEmpty()) {
                entries.add(Papers.paper(
                        module,
                        "operativeNotes/" + nth,
                        module.title(),
                        List.of(new Paper.PaperSection("手術記録", words))));
            }
        }
        return entries;
    }

    private static PerformedActs performed(
            Module module, Node item, String key, OffsetDateTime at, List<PerformedActs.PerformedAct> acts) {
        return PerformedActs.of(
                key,
                at,
                PerformedActs.PerformedKind.PROCEDURE,
                acts.getFirst().act().shown(),
                Module.department(item.at("surgicalInfo", "surgicalDepartment")),
                module.author(),
                false,
                acts,
                module.labels());
    }

    private static List<PerformedActs.PerformedAct> acts(Node item) {
        var acts = new ArrayList<PerformedActs.PerformedAct>();
        for (var procedure : item.at("surgicalProcedure").all("procedureItem")) {
            var operation = procedure.at("operation");
            if (!operation.isBlank()) {
                acts.add(act("operation/" + acts.size(), operation, procedure.said("memo")));
            }
            for (var element : procedure.within("operationElementItem")) {
                acts.add(act("element/" + acts.size(), element.at("title"), ""));
            }
        }
        for (var anesthesia : item.at("anesthesiaProcedure").all("title")) {
            acts.add(act("anesthesia/" + acts.size(), anesthesia, "麻酔"));
        }
        return acts;
    }

    private static PerformedActs.PerformedAct act(String key, Node named, String said) {
        var code = named.attribute("code");
        var concept = code.isEmpty()
                ? Concept.of(named.text())
                : new Concept(
                        named.text(),
                        List.of(new Code(CodingSystems.uri(named.attribute("system")), code, named.text())));
        return PerformedActs.PerformedAct.of(key, concept, Amount.NONE, said);
    }
}
