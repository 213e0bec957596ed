package hmnet.formats.fhirfile;

import hmnet.formats.base.Width;
import hmnet.formats.base.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By what names a file calls its patients (対象者の呼び名): address, `Patient/id`, numbers. Numbers are compared folded, as
/// one is written in full and the other in half width.
final class Subjects {
    private final List<Resource> patients;
    private final Map<String, Resource> byName = new HashMap<>();

    Subjects(List<Resource> patients) {
        this.patients = patients;
        for (var patient : patients) {
            byName.putIfAbsent(patient.fullUrl(), patient);
            byName.putIfAbsent("Patient/" + patient.id(), patient);
            byName.putIfAbsent(key(patient), patient);
            for (var identifier : patient.all("identifier")) {
                byName.putIfAbsent(folded(identifier.text("value")), patient);
            }
        }
        byName.remove("");
    }

    boolean isEmpty() {
        return patients.isEmpty();
    }

    /// The one patient of the file, null among several.
    @Nullable
    Resource only() {
        return patients.size() == 1 ? patients.getFirst() : null;
    }

    @Nullable
    Resource find(String name) {
        var exact = byName.get(name);
        int relative = name.lastIndexOf("Patient/");
        return exact != null || relative < 0
                ? exact == null ? byName.get(folded(name)) : exact
                : byName.get(name.substring(relative));
    }

    static String key(Resource patient) {
        return "Patient:" + patient.name();
    }

    private static String folded(String number) {
        return Width.folded(number).strip();
    }

    /// The reference by which a resource names whom it is about.
    static JsonValue of(Resource resource) {
        for (var path : List.of("subject", "patient", "beneficiary", "for")) {
            var reference = resource.node().at(path);
            if (reference.exists()) {
                return reference;
            }
        }
        return JsonValue.NONE;
    }

    /// As it names them; empty when it names nobody.
    static String name(Resource resource) {
        var reference = of(resource);
        var named = reference.text("reference");
        return named.isEmpty() ? reference.text("identifier.value") : named;
    }
}
