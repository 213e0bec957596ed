package hmnet.record.answers;

import hmnet.formats.base.json.JsonValue;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.ItemExpressions.SheetVariable;
import hmnet.record.sheets.ItemExtraction;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetExtensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;

/// Contained resources filled in with answers (ひな形への転記): template-based extraction of SDC. An element whose expression
/// gives nothing is left out; one with a context stands once for each thing the context gives.
final class TemplateExtraction {
    private static final String VALUE = "sdc-questionnaire-templateExtractValue";
    private static final String CONTEXT = "sdc-questionnaire-templateExtractContext";
    private static final int MOST = 200;

    private final SignedSheet signed;
    private final ExpressionRun run;
    private final List<SheetVariable> variables;

    TemplateExtraction(SignedSheet signed, ExpressionRun run) {
        this.signed = signed;
        this.run = run;
        this.variables = new ArrayList<>(signed.filling().filled().sheet().variables());
        signed.filling()
                .filled()
                .sheet()
                .all()
                .forEach(item -> variables.addAll(item.expressions().variables()));
    }

    List<JsonValue> resources() {
        var filled = new ArrayList<JsonValue>();
        var sheet = signed.filling().filled().sheet();
        sheet.wholeTemplates().forEach(id -> add(sheet, id, run.response(), filled));
        signed.filling()
                .filled()
                .all()
                .filter(signed::says)
                .forEach(one -> one.item()
                        .extraction()
                        .templates()
                        .forEach(id -> contexts(one).forEach(context -> add(sheet, id, context, filled))));
        return filled;
    }

    /// A question once, a group as often as something was answered in it.
    private List<Base> contexts(FilledItem one) {
        if (one.item().kind().isQuestion()) {
            return List.of(run.place(one.path()));
        }
        var contexts = new ArrayList<Base>();
        for (var n = 0; n < one.groups().size(); n++) {
            if (one.groups().get(n).stream().anyMatch(signed::says)) {
                contexts.add(run.place(FilledSheet.occurrence(one.path(), n)));
            }
        }
        return contexts;
    }

    private void add(FormSheet sheet, String id, Base context, List<JsonValue> into) {
        var template = sheet.templates().get(id);
        if (template != null && ItemExtraction.isTemplate(template)) {
            into.addAll(filled(template, context).stream().map(this::whose).toList());
            bounded(into);
        }
    }

    /// Told, not cut off: what is left out would be missed by nobody until it is needed.
    private static <T> List<T> bounded(List<T> made) {
        if (made.size() > MOST) {
            throw new IllegalStateException("Templates make more than " + MOST + " of one thing");
        }
        return made;
    }

    /// About the person, without the id it had as a template.
    private JsonValue whose(JsonValue resource) {
        var members = new LinkedHashMap<>(resource.members());
        members.remove("id");
        var allergy = resource.text("resourceType").equals("AllergyIntolerance");
        members.put(allergy ? "patient" : "subject", ResponseWriter.subject(signed));
        return resource.withMembers(members);
    }

    /// The element as often as its context says; nothing where it says nothing.
    private List<JsonValue> filled(JsonValue node, Base context) {
        if (node.isArray()) {
            return List.of(node.withElements(node.elements().stream()
                    .flatMap(each -> filled(each, context).stream())
                    .toList()));
        }
        if (!node.isObject()) {
            return List.of(node);
        }
        var value = expression(node, VALUE);
        if (value.isPresent()) {
            return bounded(run.answer(value.get(), context, variables)).stream()
                    .map(TemplateExtraction::json)
                    .toList();
        }
        var each = expression(node, CONTEXT);
        return each.isEmpty()
                ? members(node, context).map(List::of).orElse(List.of())
                : bounded(run.answer(each.get(), context, variables)).stream()
                        .flatMap(one -> members(node, one).stream())
                        .toList();
    }

    private Optional<JsonValue> members(JsonValue node, Base context) {
        var members = new LinkedHashMap<String, JsonValue>();
        node.members().forEach((name, member) -> {
            if (name.equals("extension")) {
                var others = member.elements().stream()
                        .filter(each -> !each.text("url").contains("templateExtract"))
                        .toList();
                if (!others.isEmpty()) {
                    members.put(name, member.withElements(others));
                }
                return;
            }
            var given = filled(member, context);
            if (given.isEmpty()) {
                return;
            }
            var plain = name.startsWith("_") ? name.substring(1) : name;
            var isMany = member.isArray();
            members.put(plain, isMany || given.size() == 1 ? given.getFirst() : JsonValue.array(given));
        });
        members.values()
                .removeIf(each -> each.isArray() && each.elements().isEmpty()
                        || each.isObject() && each.members().isEmpty());
        return members.isEmpty() ? Optional.empty() : Optional.of(node.withMembers(members));
    }

    private static Optional<String> expression(JsonValue node, String name) {
        return Optional.of(SheetExtensions.first(node, name).text("valueString"))
                .filter(text -> !text.isEmpty());
    }

    private static JsonValue json(Base given) {
        if (given instanceof Coding coding) {
            return FhirAnswers.coding(
                    SheetCode.of(text(coding.getSystem()), text(coding.getCode()), text(coding.getDisplay())));
        }
        if (given instanceof Quantity quantity && quantity.getValue() != null) {
            return FhirAnswers.quantity(
                    quantity.getValue(),
                    SheetCode.of(text(quantity.getSystem()), text(quantity.getCode()), text(quantity.getUnit())));
        }
        var text = given.primitiveValue();
        if (text == null) {
            throw new IllegalArgumentException("A template has no room for a whole " + given.fhirType());
        }
        return given.hasType("integer", "decimal")
                ? JsonValue.number(text, 0)
                : given.hasType("boolean") ? JsonValue.flag(text.equals("true"), 0) : JsonValue.text(text, 0);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
