package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.Width;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Demographics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /// Whom resources without a Patient in the file are about (資源だけの対象者): the Patient that one contains, else whom
    /// its reference calls by name.
    static final class ToldSubjects {
        private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
        private static final Pattern TITLE = Pattern.compile("[ \u3000]*(様|殿|さん)$");

        /// A name as people write it here: whatever else stands there tells nobody from anybody.
        private static final Pattern NAME =
                Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々〆ー・ \u3000]{2,40}");

        private final Map<String, JsonValue> contained = new HashMap<>();

        /// Each contained Patient by all that it says: its id is one within its resource alone.
        ///
        /// @param subject as the resource names them
        String key(Resource resource, String subject) {
            var patient = within(resource);
            if (patient == null) {
                return subject;
            }
            var key = "#" + new String(JsonDocument.write(patient), StandardCharsets.UTF_8);
            contained.put(key, patient);
            return key;
        }

        /// The node whose identifiers name the person.
        JsonValue named(String key, List<Resource> own) {
            var patient = contained.get(key);
            return patient != null && FhirPersons.identifier(patient).exists() ? patient : Subjects.of(own.getFirst());
        }

        /// @param own what is told of one person
        /// @throws Unreadable `patients-differ` where two are called otherwise under one reference
        Demographics person(List<Resource> own, List<Note> notes) throws Unreadable {
            if (own.isEmpty()) {
                return NOBODY;
            }
            var patient = within(own.getFirst());
            if (patient != null) {
                return FhirPersons.demographics(new Resource("", patient), notes);
            }
            var called = "";
            for (var resource : own) {
                var here = called(resource);
                if (!here.isEmpty() && !called.isEmpty() && !plain(here).equals(plain(called))) {
                    throw new Unreadable(
                            "patients-differ",
                            resource.node().line(),
                            resource.type() + ".subject.display",
                            resource.where() + ": two names under one reference");
                }
                called = called.isEmpty() ? here : called;
            }
            var name = FullName.of(called);
            return new Demographics(name.family(), name.given(), "", "", null, "unknown", "", "", "", null);
        }

        private static String called(Resource resource) {
            var display =
                    TITLE.matcher(Subjects.of(resource).text("display").strip()).replaceFirst("");
            return NAME.matcher(Width.folded(display)).matches() ? display : "";
        }

        private static String plain(String name) {
            return Width.folded(name).replace(" ", "");
        }

        private static @Nullable JsonValue within(Resource resource) {
            var reference = Subjects.of(resource).text("reference");
            return reference.startsWith("#")
                    ? resource.all("contained").stream()
                            .filter(each -> each.text("resourceType").equals("Patient"))
                            .filter(each -> each.text("id").equals(reference.substring(1)))
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }
}
