package hmnet.record.answers;

import hmnet.formats.base.json.JsonValue;
import hmnet.record.answers.ExpressionNames.PlacedVariable;
import hmnet.record.sheets.FhirAnswers;
import hmnet.record.sheets.FormSheet;
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
    /// What expressions of the template that is filled in may name.
    private List<PlacedVariable> variables = List.of();

    TemplateExtraction(SignedSheet signed, ExpressionRun run) {
        this.signed = signed;
        this.run = run;
    }

    List<JsonValue> resources() {
        var filled = new ArrayList<JsonValue>();
        var sheet = signed.filling().filled().sheet();
        sheet.wholeTemplates().forEach(id -> add(sheet, id, "", filled));
        signed.filling()
                .filled()
                .all()
                .filter(signed::says)
                .forEach(one -> one.item().extraction().templates().stream()
                        .filter(id -> !one.isOfChart() || !isObservation(sheet, id))
                        .forEach(id -> contexts(one).forEach(path -> add(sheet, id, path, filled))));
        return filled;
    }

    /// A value of the chart that nobody changed is no new one.
    private static boolean isObservation(FormSheet sheet, String id) {
        var template = sheet.templates().get(id);
        return template != null && template.text("resourceType").equals("Observation");
    }

    /// Paths: a question once, a group as often as something was answered in it.
    private List<String> contexts(FilledItem one) {
        if (one.item().kind().isQuestion()) {
            return List.of(one.path());
        }
        var contexts = new ArrayList<String>();
        for (var n = 0; n < one.groups().size(); n++) {
            if (one.groups().get(n).stream().anyMatch(signed::says)) {
                contexts.add(FilledSheet.occurrence(one.path(), n));
            }
        }
        return contexts;
    }

    /// @param path of what it is filled in from, empty for the whole response
    private void add(FormSheet sheet, String id, String path, List<JsonValue> into) {
        var template = sheet.templates().get(id);
        if (template != null && ItemExtraction.isTemplate(template)) {
            variables = run.variables();
            variables.addAll(run.variables(path));
            into.addAll(
                    filled(template, run.place(path)).stream().map(this::whose).toList());
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
            if (isFilled(node.at("_" + name))) {
                return; // What stands there in the template is never data of the person.
            }
            var given = filled(member, context);
            if (given.size() > 1) {
                throw new IllegalStateException("A template has room for one " + name + ", not for " + given.size());
            }
            if (!given.isEmpty()) {
                members.put(name.startsWith("_") && isFilled(member) ? name.substring(1) : name, given.getFirst());
            }
        });
        members.values()
                .removeIf(each -> each.isArray() && each.elements().isEmpty()
                        || each.isObject() && each.members().isEmpty());
        return members.isEmpty() ? Optional.empty() : Optional.of(node.withMembers(members));
    }

    private static boolean isFilled(JsonValue node) {
        return node.isArray()
                ? node.elements().stream().anyMatch(TemplateExtraction::isFilled)
                : expression(node, VALUE).isPresent()
                        || expression(node, CONTEXT).isPresent();
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
