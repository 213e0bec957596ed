package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.xml.HarmlessMarkup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Slips of FHIR put right without guessing (軽い誤りの修復): an object where a list of one is meant, an
/// empty text, markup that is broken or could act.
final class FhirRepairs {
    /// Elements that are lists wherever FHIR has them.
    private static final Set<String> LISTS = Set.of(
            "note",
            "additionalInstruction",
            "dosageInstruction",
            "doseAndRate",
            "coding",
            "extension",
            "modifierExtension",
            "contained",
            "referenceRange",
            "component",
            "reaction",
            "given",
            "telecom");

    private final List<Note> notes;

    FhirRepairs(List<Note> notes) {
        this.notes = notes;
    }

    /// What needs nothing stays the same node. The depth of what we read is bounded.
    JsonValue of(JsonValue node) {
        if (node.isArray()) {
            var elements = new ArrayList<JsonValue>();
            boolean changed = false;
            for (var element : node.elements()) {
                var mended = of(element);
                elements.add(mended);
                changed |= !mended.isSame(element);
            }
            return changed ? node.withElements(List.copyOf(elements)) : node;
        }
        return node.isObject() ? object(node) : node;
    }

    private JsonValue object(JsonValue node) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        boolean changed = false;
        for (var member : node.members().entrySet()) {
            var name = member.getKey();
            var value = member.getValue();
            if (value.isEmptyText()) {
                notes.add(Note.repair("empty-value", value.line(), name, "left out"));
                changed = true;
                continue;
            }
            var mended = member(name, value);
            changed |= !mended.isSame(value);
            if (!mended.isSame(value) && mended.isObject() && mended.members().isEmpty()) {
                continue; // only empty values stood in it
            }
            members.put(name, mended);
        }
        return changed ? node.withMembers(members) : node;
    }

    private JsonValue member(String name, JsonValue value) {
        if (name.equals("div") && value.isText()) {
            return narrative(value);
        }
        if (LISTS.contains(name) && value.isObject()) {
            notes.add(Note.repair("list-expected", value.line(), name, "taken as a list of one"));
            return value.withElements(List.of(of(value)));
        }
        return of(value);
    }

    private JsonValue narrative(JsonValue div) {
        try {
            var harmless = HarmlessMarkup.of(div.text());
            if (harmless.equals(div.text())) {
                return div;
            }
            notes.add(Note.repair("narrative-unsafe", div.line(), "text.div", "what may act or load is left out"));
            if (Narrative.words(harmless).equals(Narrative.words(div.text()))) {
                return JsonValue.text(harmless, div.line());
            }
        } catch (Unreadable broken) {
            notes.add(Note.repair(
                    "narrative-broken", div.line(), "text.div", broken.note().text()));
        }
        var words = Narrative.words(div.text())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return JsonValue.text(
                "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + (words.isEmpty() ? "-" : words.replace("\n", "<br/>"))
                        + "</div>",
                div.line());
    }
}
