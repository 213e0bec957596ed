package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonDocument;
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
    }

    List<Resource> all() {
        return all;
    }

    @Nullable
    Resource find(String reference) {
        return byName.get(reference);
    }

    /// Resources and those they name, unless so large that a copy in each row would be a burden.
    List<Resource> with(List<Resource> own) {
        var found = new LinkedHashSet<>(own);
        var open = new ArrayList<>(own);
        while (!open.isEmpty()) {
            for (var reference : References.in(open.removeLast().node())) {
                var other = byName.get(reference);
                if (other != null && small.contains(other) && found.add(other)) {
                    open.add(other);
                }
            }
        }
        return List.copyOf(found);
    }
}
