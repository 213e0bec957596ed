package hmnet.record.inbox.numbers;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What FHIR resources and CDA documents identify persons by (個人の識別子): a number there needs no word beside it. Of the
/// chart number, the first, nothing is said: it is the facility's own.
final class PersonIdentifiers {
    private static final Set<String> PERSONS = Set.of("Patient", "RelatedPerson", "Person");
    private static final String CDA_PERSON = "patientRole";
    private static final int HEAD = 200;

    private PersonIdentifiers() {}

    static Set<String> in(byte[] body) {
        var found = new HashSet<String>();
        var head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        try {
            if (head.startsWith("{") || head.startsWith("[")) {
                JsonDocument.read(body).forEach(value -> walk(value, found));
            } else if (head.startsWith("<")) {
                walk(XmlDocument.read(body).root(), found);
            }
        } catch (Unreadable | RuntimeException unread) {
            // Its reason is told when it is filed.
        }
        return found;
    }

    private static void walk(JsonValue value, Set<String> found) {
        if (value.isObject()) {
            if (PERSONS.contains(value.text("resourceType"))) {
                behindTheFirst(
                        value.all("identifier").stream()
                                .map(one -> one.text("value"))
                                .toList(),
                        found);
            }
            value.members().values().forEach(member -> walk(member, found));
        } else if (value.isArray()) {
            value.elements().forEach(element -> walk(element, found));
        }
    }

    private static void walk(XmlElement element, Set<String> found) {
        if (PERSONS.contains(element.name())) {
            behindTheFirst(
                    element.all("identifier").stream()
                            .flatMap(one -> one.all("value").stream())
                            .map(value -> value.attribute("value"))
                            .toList(),
                    found);
        }
        if (element.name().equals(CDA_PERSON)) {
            behindTheFirst(
                    element.all("id").stream()
                            .map(id -> id.attribute("extension"))
                            .toList(),
                    found);
        }
        element.elements().forEach(child -> walk(child, found));
    }

    private static void behindTheFirst(List<String> numbers, Set<String> found) {
        numbers.stream().skip(1).forEach(found::add);
    }
}
