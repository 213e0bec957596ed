package hmnet.record.sheets;

import hmnet.formats.base.json.JsonValue;
import hmnet.record.sheets.EnableRule.EnableOperator;
import hmnet.record.sheets.ItemExpressions.SheetVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What only the whole sheet can tell (帳票全体の検査): ids twice, conditions on nothing or in a circle, expressions that are
/// too much, templates that are not there.
final class SheetChecks {
    private static final int EXPRESSIONS = 200;

    private final FormSheet sheet;
    private final Map<String, Integer> lines;
    private final List<SheetFinding> findings;
    private final Map<String, Set<String>> leansOn = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, SheetItem> byLink = new HashMap<>();
    private int expressions;

    /// @param lines of the items by linkId
    SheetChecks(FormSheet sheet, Map<String, Integer> lines, List<SheetFinding> findings) {
        this.sheet = sheet;
        this.lines = lines;
        this.findings = findings;
    }

    void check() {
        sheet.all().forEach(item -> {
            if (byLink.putIfAbsent(item.linkId(), item) != null) {
                refused("link-id-twice", item.linkId(), "each linkId once");
            }
        });
        names.addAll(sheet.allocated());
        sheet.variables().forEach(this::declare);
        sheet.all().forEach(item -> item.expressions().variables().forEach(this::declare));
        sheet.variables().forEach(variable -> expression(variable.expression(), ""));
        sheet.items().forEach(item -> conditions(item, ""));
        circles();
        sheet.all().forEach(this::expressions);
        sheet.wholeTemplates().forEach(id -> template(id, ""));
        sheet.all().forEach(item -> item.extraction().templates().forEach(id -> template(id, item.linkId())));
        sheet.all()
                .filter(item -> item.extraction().observation() && item.codes().isEmpty())
                .forEach(item -> refused("extract-code", item.linkId(), "an Observation needs the item's code"));
        if (expressions > EXPRESSIONS) {
            refused("too-many-expressions", "", "at most " + EXPRESSIONS);
        }
    }

    private void declare(SheetVariable variable) {
        names.add(variable.name());
    }

    private void conditions(SheetItem item, String parent) {
        var own = leansOn.computeIfAbsent(item.linkId(), link -> new LinkedHashSet<>());
        if (!parent.isEmpty()) {
            own.add(parent);
        }
        for (var rule : item.enableWhen()) {
            rule(rule, item.linkId());
            own.add(rule.question());
        }
        item.items().forEach(child -> conditions(child, item.linkId()));
    }

    /// A rule that never holds would hide its item for good.
    private void rule(EnableRule rule, String link) {
        var asked = byLink.get(rule.question());
        if (asked == null) {
            refused("enable-when", link, "no item has the linkId " + rule.question());
        } else if (!asked.kind().isQuestion()) {
            refused("enable-when", link, "no question: " + rule.question());
        } else if (rule.operator() == EnableOperator.EXISTS) {
            if (!(rule.expected() instanceof AnswerValue.YesNo)) {
                refused("enable-when", link, "exists needs answerBoolean");
            }
        } else if (!asked.kind().takes(rule.expected())) {
            refused("enable-when", link, "an answer of another kind than " + rule.question() + " has");
        } else if (!asked.choices().isEmpty()
                && !asked.open()
                && asked.choices().stream().noneMatch(choice -> choice.value().means(rule.expected()))) {
            unsupported("enable-when-option", link, "no option of " + rule.question() + " is the answer it waits for");
        }
    }

    /// An item leans on its parent and on what its conditions ask for; none leans on itself.
    private void circles() {
        var done = new HashMap<String, Boolean>();
        for (var start : leansOn.keySet()) {
            if (circular(start, done, 0)) {
                refused("enable-when-circle", start, "its condition asks for itself, by whatever way");
                return;
            }
        }
    }

    /// @param done true once nothing below it is circular, false while it is being looked at
    private boolean circular(String at, Map<String, Boolean> done, int depth) {
        var known = done.get(at);
        if (known != null || depth > FormSheet.ITEMS) {
            return !Boolean.TRUE.equals(known);
        }
        done.put(at, false);
        for (var next : leansOn.getOrDefault(at, Set.of())) {
            if (circular(next, done, depth + 1)) {
                return true;
            }
        }
        done.put(at, true);
        return false;
    }

    private void expressions(SheetItem item) {
        var own = item.expressions();
        var all = new ArrayList<>(List.of(own.initial(), own.calculated(), own.enableWhen()));
        own.variables().forEach(variable -> all.add(variable.expression()));
        all.forEach(expression -> expression(expression, item.linkId()));
    }

    private void expression(String expression, String link) {
        if (expression.isEmpty()) {
            return;
        }
        expressions++;
        SheetExpression.objection(expression, names).ifPresent(why -> refused("expression", link, why));
    }

    private void template(String id, String link) {
        var template = sheet.templates().get(id);
        if (template == null) {
            refused("template", link, "contains no resource #" + id);
        } else if (!ItemExtraction.isTemplate(template)) {
            unsupported("template", link, "not filled in: " + template.text("resourceType"));
        } else {
            inner(template, link);
        }
    }

    private void inner(JsonValue node, String link) {
        node.members().values().forEach(member -> inner(member, link));
        node.elements().forEach(element -> inner(element, link));
        if (node.text("url").contains("templateExtract")) {
            expression(node.text("valueString"), link);
        }
    }

    private void refused(String code, String link, String text) {
        findings.add(SheetFinding.refused(code, lines.getOrDefault(link, 0), link, text));
    }

    private void unsupported(String code, String link, String text) {
        findings.add(SheetFinding.unsupported(code, lines.getOrDefault(link, 0), link, text));
    }
}
