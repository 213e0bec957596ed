package hmnet.formats.check.account;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces values of FHIR (FHIRの値の差し替え).
final class JsonEditor implements ValueEditor {
    private final List<JsonValue> roots;
    private int count;
    private boolean done;

    JsonEditor(List<JsonValue> roots) {
        this.roots = roots;
    }

    @Override
    public byte @Nullable [] with(int nth, String value) {
        count = nth;
        done = false;
        var out = new ByteArrayOutputStream();
        for (var root : roots) {
            out.writeBytes(JsonDocument.write(copy(root, value)));
            out.write('\n');
        }
        return done ? out.toByteArray() : null;
    }

    private JsonValue copy(JsonValue of, String value) {
        if (of.isArray()) {
            var elements = new ArrayList<JsonValue>();
            of.elements().forEach(element -> elements.add(copy(element, value)));
            return of.withElements(elements);
        }
        if (of.isObject()) {
            var members = new LinkedHashMap<String, JsonValue>();
            of.members().forEach((name, member) -> members.put(name, copy(member, value)));
            return of.withMembers(members);
        }
        return of.text().isBlank() || count-- != 0 ? of : other(of, value);
    }

    private JsonValue other(JsonValue of, String value) {
        if (of.isText()) {
            done = true;
            return JsonValue.text(value, of.line());
        }
        if (of.isNumber()) {
            done = value.matches("-?\\d+(\\.\\d+)?");
            return done ? JsonValue.number(value, of.line()) : of;
        }
        done = true;
        return JsonValue.flag(!of.text().equals("true"), of.line());
    }
}
