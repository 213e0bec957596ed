package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabelRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Diagnoses (診断履歴情報): mmlRd:RegisteredDiagnosisModule.
final class MmlDiagnoses {
    private static final Pattern RECEIPT = Pattern.compile("\\d{7}");
    private static final Map<String, String> OUTCOMES = Map.of(
            "fullyRecovered", "治ゆ",
            "recovered", "治ゆ",
            "died", "死亡",
            "end", "終了",
            "pause", "中止",
            "transfer", "移行",
            "worsening", "悪化",
            "unchanged", "不変",
            "recovering", "軽快",
            "sequelae", "後遺症残存");

    private MmlDiagnoses() {}

    static List<Entry> of(Module module) {
        var entries = new ArrayList<Entry>();
        int nth = 0;
        for (var node : module.content().within("RegisteredDiagnosisModule")) {
            var disease = concept(node);
            if (!disease.isNone()) {
                entries.add(problem(module, node, disease, nth == 0 ? "diagnosis" : "diagnosis/" + nth));
                nth++;
            }
        }
        return entries;
    }

    private static Problem problem(Module module, Node node, Concept disease, String key) {
        var categories =
                node.at("categories").all("category").stream().map(Node::text).toList();
        var begun = node.said("startDate");
        var at = MmlTime.of(begun.isEmpty() ? node.said("firstEncounterDate") : begun);
        var labels = new HashSet<>(module.labels());
        for (var code : disease.codes()) {
            labels.addAll(LabelRules.ofReceiptDisease(code.code(), disease.text()));
        }
        labels.addAll(LabelRules.ofReceiptDisease("", disease.text()));
        var outcome = node.said("outcome");
        return Problem.of(
                key,
                at == null ? module.at() : at,
                disease,
                begun,
                node.said("endDate"),
                OUTCOMES.getOrDefault(outcome, outcome),
                categories.contains("suspectedDiagnosis") || Suspicion.isSaid(disease.shown()),
                categories.contains("mainDiagnosis"),
                module.department(),
                labels);
    }

    static Concept concept(Node node) {
        var whole = node.at("diagnosis");
        var named = whole.isBlank() ? node.at("diagnosisContents").within("name") : List.of(whole);
        var text = String.join("", named.stream().map(Node::text).toList());
        var codes = new ArrayList<Code>();
        for (var name : named) {
            if (!name.attribute("code").isEmpty()) {
                codes.add(code(name));
            }
        }
        return new Concept(text, codes);
    }

    private static Code code(Node name) {
        var code = name.attribute("code");
        var system = name.attribute("system");
        var upper = system.toUpperCase(Locale.ROOT).replace("-", "");
        if (upper.startsWith("ICD10")) {
            return new Code(CodingSystems.ICD10, code, name.text());
        }
        return RECEIPT.matcher(code).matches()
                ? new Code(CodingSystems.RECEIPT_DISEASE, code, name.text())
                : new Code(CodingSystems.uri(system), code, name.text());
    }
}
