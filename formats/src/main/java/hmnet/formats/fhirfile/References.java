package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// What a resource refers to (参照).
final class References {
    private References() {}

    static List<String> in(JsonValue node) {
        var found = new ArrayList<String>();
        gather(node, found);
        return found;
    }

    private static void gather(JsonValue node, List<String> found) {
        node.elements().forEach(element -> gather(element, found));
        node.members().forEach((name, value) -> {
            if (name.equals("reference") && value.isText()) {
                found.add(value.text());
            }
            gather(value, found);
        });
    }
}
