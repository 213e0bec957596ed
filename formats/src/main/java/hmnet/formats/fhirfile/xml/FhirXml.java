package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// FHIR as XML, made the values its JSON has (FHIRのXML): lists by R4's cardinalities, values by their types,
/// extensions of a value beside it under `_name`, words as XHTML. The depth of what we read is bounded.
public final class FhirXml {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final Set<String> ATTRIBUTES = Set.of("id", "url", "value");
    private static final String UNKNOWN = "Element";

    private final List<Note> notes;

    private FhirXml(List<Note> notes) {
        this.notes = notes;
    }

    public static JsonValue read(byte[] bytes, List<Note> notes) throws Unreadable {
        var document = XmlDocument.read(bytes);
        notes.addAll(document.notes());
        return new FhirXml(notes).resource(document.root());
    }

    private JsonValue resource(XmlElement element) throws Unreadable {
        if (!element.namespace().equals(FHIR)) {
            throw new Unreadable("namespace", element.line(), element.name(), element.namespace());
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("resourceType", JsonValue.text(element.name(), element.line()));
        members(element, element.name(), members);
        return JsonValue.object(members, element.line());
    }

    private void members(XmlElement of, String type, Map<String, JsonValue> members) throws Unreadable {
        attributes(of);
        if (!said(of).isEmpty()) {
            throw new Unreadable("text-unexpected", of.line(), of.name(), said(of));
        }
        Map<String, List<XmlElement>> byName = new LinkedHashMap<>();
        for (var child : of.elements().toList()) {
            byName.computeIfAbsent(child.name(), name -> new ArrayList<>(1)).add(child);
        }
        for (var one : byName.entrySet()) {
            var element = element(type, one.getKey(), one.getValue());
            if (one.getValue().size() > 1 && !element.list()) {
                throw new Unreadable("element-twice", one.getValue().get(1).line(), place(type, one.getKey()), "");
            }
            if (element.isSimple()) {
                simple(element, one.getValue(), members);
            } else {
                complex(element, one.getValue(), members);
            }
        }
    }

    /// What R4 does not know is kept in the form it shows: a value, also one with extensions beside it, or elements.
    private FhirElement element(String type, String name, List<XmlElement> found) {
        var known = FhirElement.find(type, name);
        if (known != null) {
            return known;
        }
        notes.add(Note.info("element-unknown", found.getFirst().line(), place(type, name), "kept as it came"));
        boolean extendedOnly = found.stream()
                .flatMap(XmlElement::elements)
                .allMatch(child -> child.name().equals("extension"));
        boolean simple = extendedOnly
                && (found.stream().anyMatch(each -> each.attributes().containsKey("value"))
                        || found.stream()
                                .allMatch(each -> each.elements().findAny().isEmpty()));
        return new FhirElement(name, found.size() > 1, simple ? "" : UNKNOWN);
    }

    private static String place(String type, String name) {
        return type + "." + name;
    }

    private void simple(FhirElement element, List<XmlElement> found, Map<String, JsonValue> members) throws Unreadable {
        var values = new ArrayList<JsonValue>();
        var extras = new ArrayList<JsonValue>();
        for (var each : found) {
            values.add(value(element, each));
            extras.add(element.type().equals("xhtml") ? JsonValue.NONE : extras(each));
        }
        put(element.name(), element.list(), values, members);
        put("_" + element.name(), element.list(), extras, members);
    }

    private static void put(String name, boolean list, List<JsonValue> values, Map<String, JsonValue> members) {
        if (values.stream().anyMatch(JsonValue::exists)) {
            members.put(name, list ? JsonValue.array(values) : values.getFirst());
        }
    }

    private JsonValue value(FhirElement element, XmlElement found) throws Unreadable {
        if (element.type().equals("xhtml")) {
            return JsonValue.text(Xhtml.of(found), found.line());
        }
        var text = found.attribute("value");
        if (!found.attributes().containsKey("value")) {
            text = said(found);
            if (!text.isEmpty()) {
                notes.add(Note.repair("value-as-text", found.line(), found.name(), text));
            } else {
                return JsonValue.NONE;
            }
        } else if (!said(found).isEmpty()) {
            throw new Unreadable("text-unexpected", found.line(), found.name(), said(found));
        }
        return switch (element.type()) {
            case "number" -> FhirNumber.of(text, found);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? JsonValue.flag(text.equals("true"), found.line())
                        : JsonValue.text(text, found.line());
            case "base64" -> JsonValue.text(text.replaceAll("\\s", ""), found.line());
            default -> JsonValue.text(text, found.line());
        };
    }

    /// Id and extensions of a value; nothing else may stand within one.
    private JsonValue extras(XmlElement found) throws Unreadable {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        id(found, members);
        for (var child : found.elements().toList()) {
            if (!child.name().equals("extension")) {
                throw new Unreadable("element-unexpected", child.line(), place(found.name(), child.name()), "");
            }
        }
        if (found.elements().findAny().isPresent()) {
            complex(new FhirElement("extension", true, "Extension"), found.all("extension"), members);
        }
        attributes(found);
        return members.isEmpty() ? JsonValue.NONE : JsonValue.object(members, found.line());
    }

    private void complex(FhirElement element, List<XmlElement> found, Map<String, JsonValue> members)
            throws Unreadable {
        var values = new ArrayList<JsonValue>();
        for (var each : found) {
            if (element.type().equals(FhirElement.RESOURCE)) {
                values.addAll(within(each));
                continue;
            }
            var value = object(element, each);
            if (value.exists()) {
                values.add(value);
            } else {
                notes.add(Note.repair("empty-value", each.line(), element.name(), "left out"));
            }
        }
        if (!element.list() && values.size() > 1) {
            throw new Unreadable("element-twice", found.getFirst().line(), element.name(), "one resource is meant");
        }
        put(element.name(), element.list(), values, members);
    }

    /// Resources within an element.
    private List<JsonValue> within(XmlElement holder) throws Unreadable {
        var resources = new ArrayList<JsonValue>();
        for (var resource : holder.elements().toList()) {
            resources.add(resource(resource));
        }
        return resources;
    }

    private JsonValue object(FhirElement element, XmlElement found) throws Unreadable {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        id(found, members);
        if (found.attributes().containsKey("url")) {
            members.put("url", JsonValue.text(found.attribute("url"), found.line()));
        }
        if (found.attributes().containsKey("value")) {
            if (!element.type().equals(UNKNOWN) || !found.all("value").isEmpty()) {
                throw new Unreadable("value-unexpected", found.line(), element.name(), found.attribute("value"));
            }
            members.put("value", JsonValue.text(found.attribute("value"), found.line()));
        }
        members(found, element.type(), members);
        return members.isEmpty() ? JsonValue.NONE : JsonValue.object(members, found.line());
    }

    private static void id(XmlElement found, Map<String, JsonValue> members) {
        if (found.attributes().containsKey("id")) {
            members.put("id", JsonValue.text(found.attribute("id"), found.line()));
        }
    }

    private void attributes(XmlElement found) {
        for (var name : found.attributes().keySet()) {
            if (!ATTRIBUTES.contains(name) && !name.startsWith("xmlns") && !name.startsWith("xsi:")) {
                notes.add(Note.info("attribute-unknown", found.line(), found.name() + "@" + name, "not taken over"));
            }
        }
    }

    /// Text of its own, not of elements within.
    private static String said(XmlElement found) {
        var said = new StringBuilder();
        found.content().stream().filter(String.class::isInstance).forEach(said::append);
        return said.toString().strip();
    }
}
