package hmnet.formats.mml;

import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Laboratory results (検歴情報): mmlLb:TestModule, a set for each specimen.
final class Laboratory {
    private Laboratory() {}

    static List<Entry> of(Module module) {
        var entries = new ArrayList<Entry>();
        var information = module.body().at("information");
        var sampled = MmlTime.of(information.attribute("sampleTime"));
        var at = sampled == null ? module.at() : sampled;
        boolean last = isFinal(information.at("reportStatus"));
        int nth = 0;
        for (var test : module.body().all("laboTest")) {
            nth++;
            var specimen = test.at("specimen", "specimenName");
            var results = results(test, specimen, at, last);
            if (!results.isEmpty()) {
                entries.add(Results.of(
                        "test/" + information.attribute("registId") + "/" + specimen.attribute("spCode") + "/" + nth,
                        at,
                        Results.ResultKind.LABORATORY,
                        "",
                        concept(specimen, "spCode", "spCodeId"),
                        information.attribute("registId"),
                        module.department(),
                        results,
                        last ? reported(information, at) : null,
                        false,
                        module.labels()));
            }
        }
        return entries;
    }

    private static OffsetDateTime reported(Node information, OffsetDateTime otherwise) {
        var reported = MmlTime.of(information.attribute("reportTime"));
        return reported == null ? otherwise : reported;
    }

    private static boolean isFinal(Node status) {
        return !status.attribute("statusCode").equals("mid") && !status.text().contains("中間");
    }

    private static List<Results.TestResult> results(Node test, Node specimen, OffsetDateTime at, boolean last) {
        var results = new ArrayList<Results.TestResult>();
        var seen = new HashMap<String, Integer>();
        for (var item : test.all("item")) {
            var name = item.at("itemName");
            var key = name.attribute("itCode") + "/" + name.text() + "/" + specimen.attribute("spCode");
            int again = seen.merge(key, 1, Integer::sum);
            var number = item.at("numValue");
            results.add(Results.TestResult.of(
                    again == 1 ? key : key + "/" + again,
                    concept(name, "itCode", "itCodeId"),
                    item.said("value").isEmpty() ? number.text() : item.said("value"),
                    Amount.of("", item.said("unit")),
                    Concept.NONE,
                    number.attribute("low"),
                    number.attribute("up"),
                    number.attribute("out"),
                    last ? "F" : "P",
                    at,
                    notes(item)));
        }
        return results;
    }

    private static List<String> notes(Node item) {
        var notes = new ArrayList<String>();
        for (var tag : List.of("itemMemo", "itemMemoF", "itemFreeMemo")) {
            item.all(tag).stream()
                    .map(Node::text)
                    .filter(text -> !text.isEmpty())
                    .forEach(notes::add);
        }
        return notes;
    }

    private static Concept concept(Node named, String code, String system) {
        return named.attribute(code).isEmpty()
                ? Concept.of(named.text())
                : new Concept(
                        named.text(),
                        List.of(new Code(system(named.attribute(system)), named.attribute(code), named.text())));
    }

    private static String system(String id) {
        return id.toUpperCase(Locale.ROOT).contains("JLAC10")
                ? CodingSystems.JLAC10
                : CodingSystems.uri(id.isEmpty() ? "MML-LAB" : id);
    }
}
