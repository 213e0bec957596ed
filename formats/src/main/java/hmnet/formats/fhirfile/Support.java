package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who, where and with what (付随する資源), found by the references that name them.
final class Support {
    private static final int BYTES = 16 << 10;

    private final Map<String, Resource> byName = new HashMap<>();
    private final Map<String, Resource> telling = new HashMap<>();
    private final Set<Resource> small = new HashSet<>();
    private final List<Resource> all;

    Support(List<Resource> resources) {
        all = resources.stream().filter(Kinds::isSupporting).toList();
        for (var resource : all) {
            byName.putIfAbsent(resource.type() + "/" + resource.id(), resource);
            byName.putIfAbsent(resource.fullUrl(), resource);
            if (JsonDocument.length(resource.node()) <= BYTES) {
                small.add(resource);
            }
        }
        byName.remove("");
        for (var resource : resources) {
            if (!Kinds.isSupporting(resource)) {
                telling.putIfAbsent(resource.type() + "/" + resource.id(), resource);
                telling.putIfAbsent(resource.fullUrl(), resource);
            }
        }
        telling.remove("");
    }

    List<Resource> all() {
        return all;
    }

    @Nullable
    Resource find(String reference) {
        return byName.get(reference);
    }

    /// An order, a visit or another that tells of the person itself.
    @Nullable
    Resource told(String reference) {
        return telling.get(reference);
    }

    /// What a resource names: within itself, in the file, or nothing.
    JsonValue find(Resource from, String reference) {
        if (reference.startsWith("#")) {
            return from.all("contained").stream()
                    .filter(each -> each.text("id").equals(reference.substring(1)))
                    .findFirst()
                    .orElse(JsonValue.NONE);
        }
        var named = byName.get(reference);
        var other = named == null ? telling.get(reference) : named;
        return other == null ? JsonValue.NONE : other.node();
    }

    /// Resources and those they name, unless so large that a copy in each row would be a burden.
    List<Resource> with(List<Resource> own) {
        var found = new LinkedHashSet<>(own);
        var open = new ArrayList<>(own);
        while (!open.isEmpty()) {
            for (var reference : references(open.removeLast().node())) {
                var other = byName.get(reference);
                if (other != null && small.contains(other) && found.add(other)) {
                    open.add(other);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<String> references(JsonValue node) {
        var found = new ArrayList<String>();
        gather(node, found);
        return found;
    }

    /// The depth of what we read is bounded.
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
