package hmnet.formats.fhir;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Equivalents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// A resource as sent, with codings of tables behind its own (対応コードを添えたFHIR): nothing that was sent is changed or
/// taken away. An added coding says its table as `version`, and that nobody chose it.
final class TranslatedFhir {
    /// What a test, a drug, a diagnosis, an act is named by. Only those that a row's codes and labels rest on.
    private static final Set<String> NAMED_BY = Set.of("code", "medicationCodeableConcept", "vaccineCode");

    private TranslatedFhir() {}

    /// @return the very bytes where no table adds anything, and where they are deeper than we look
    static byte[] of(byte[] resource, Equivalents tables) {
        if (tables.isEmpty()) {
            return resource;
        }
        try {
            var sent = JsonDocument.read(resource).getFirst();
            var node = resource(sent, tables);
            return node.isSame(sent) ? resource : JsonDocument.write(node);
        } catch (Unreadable tooDeep) {
            return resource; // XML may be deeper than what is read as JSON
        }
    }

    private static JsonValue resource(JsonValue resource, Equivalents tables) {
        var members = new LinkedHashMap<String, JsonValue>();
        boolean added = false;
        for (var member : resource.members().entrySet()) {
            var sent = member.getValue();
            var node = NAMED_BY.contains(member.getKey())
                    ? concept(sent, tables)
                    : member.getKey().equals("contained") ? contained(sent, tables) : sent;
            members.put(member.getKey(), node);
            added |= !node.isSame(sent);
        }
        return added ? resource.withMembers(members) : resource;
    }

    /// Contained medicines (FHIR contains nothing in what is contained).
    private static JsonValue contained(JsonValue sent, Equivalents tables) {
        var elements = new ArrayList<JsonValue>();
        boolean added = false;
        for (var each : sent.elements()) {
            var medicine = each.text("resourceType").equals("Medication")
                    && !each.members().containsKey("contained");
            var node = medicine ? resource(each, tables) : each;
            elements.add(node);
            added |= !node.isSame(each);
        }
        return added ? sent.withElements(elements) : sent;
    }

    private static JsonValue concept(JsonValue sent, Equivalents tables) {
        var concept = sent.isObject() ? Codes.concept(sent) : Concept.NONE;
        var more = concept.codes().isEmpty() ? List.<Code>of() : tables.of(concept.codes());
        if (more.isEmpty()) {
            return sent;
        }
        var codings = new ArrayList<>(sent.all("coding"));
        more.forEach(code -> codings.add(coding(code)));
        var members = new LinkedHashMap<>(sent.members());
        members.put("coding", JsonValue.array(codings));
        return sent.withMembers(members);
    }

    private static JsonValue coding(Code code) {
        var coding = JsonValue.object().put("system", JsonValue.text(code.system(), 0));
        if (!code.table().isEmpty()) {
            coding.put("version", JsonValue.text(code.table(), 0));
        }
        coding.put("code", JsonValue.text(code.code(), 0));
        if (!code.display().isBlank()) {
            coding.put("display", JsonValue.text(code.display(), 0));
        }
        return coding.put("userSelected", JsonValue.flag(false, 0));
    }
}
