package hmnet.formats.check.account;

import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// The values of FHIR (FHIRの値): `MedicationRequest.dosageInstruction.text`; a resource in another begins anew.
final class JsonValues {
    private final List<FileValue> values = new ArrayList<>();

    private JsonValues() {}

    static List<FileValue> of(List<JsonValue> roots) {
        var found = new JsonValues();
        roots.forEach(root -> found.add("", "", root));
        return found.values;
    }

    // The depth is bounded by the reader.
    private void add(String path, String more, JsonValue value) {
        if (value.isArray()) {
            int n = 0;
            for (var element : value.elements()) {
                add(path, n++ > 0 ? "+" : more, element);
            }
        } else if (value.isObject()) {
            var type = value.text("resourceType");
            var here = type.isEmpty() ? path + extension(path, value) : type;
            var later = type.isEmpty() ? more : "";
            value.members().forEach((name, member) -> add(here + "." + name, later, member));
        } else if (!value.text().isBlank()) {
            values.add(new FileValue("", path + more, value.text(), value.line()));
        }
    }

    /// The end of its address: what an extension says depends on which it is.
    private static String extension(String path, JsonValue value) {
        if (!path.endsWith("xtension")) {
            return "";
        }
        var url = value.text("url");
        return "(" + url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1) + ")";
    }
}
