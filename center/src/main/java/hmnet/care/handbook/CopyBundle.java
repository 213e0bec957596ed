package hmnet.care.handbook;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.people.links.Person;
import hmnet.record.charts.Chart.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The resources of many rows in one FHIR R4 bundle (書き出しのBundle, collection), written one after another:
/// only one row is held at a time. What several rows bring under one address and in the same words stands once;
/// in other words it stands again with a version of its own (bdl-7), so that nothing is lost.
final class CopyBundle {
    /// As rows name their patient: by facility, and so by several names.
    private static final Pattern PATIENT = Pattern.compile("\"reference\":\"(Patient/[A-Za-z0-9.-]{1,64})\"");

    private static final String BASE = "https://hmnet.invalid/fhir/";
    private static final Set<String> SEXES = Set.of("male", "female", "other");

    private final OutputStream out;
    private final Set<String> patients = new TreeSet<>();
    private final Map<String, Set<String>> versions = new HashMap<>();
    private boolean first = true;

    CopyBundle(OutputStream out, Instant at) throws IOException {
        this.out = out;
        write("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"timestamp\":\"" + at + "\"");
    }

    void add(Document row) throws IOException {
        for (var entry : entries(row)) {
            var address = entry.text("fullUrl");
            var known = versions.computeIfAbsent(address, one -> new HashSet<>());
            var json = JsonDocument.write(entry);
            if (address.isEmpty() || known.add(Sha256.hex(json))) {
                PATIENT.matcher(new String(json, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> patients.add(found.group(1)));
                entry(known.size() > 1 ? version(entry, known.size()) : entry);
            }
        }
    }

    private void entry(JsonValue entry) throws IOException {
        write(first ? ",\"entry\":[\n" : ",\n");
        first = false;
        out.write(JsonDocument.write(entry));
    }

    /// Whose chart it is, under a name by which rows call them and no row brings.
    private static JsonValue patient(String name, Person person) {
        var resource = JsonValue.object()
                .put("resourceType", text("Patient"))
                .put("id", text(name.substring(name.indexOf('/') + 1)))
                .put("name", JsonValue.array(List.of(JsonValue.object().put("text", text(person.name())))))
                .put("gender", text(SEXES.contains(person.sex()) ? person.sex() : "unknown"))
                .put("birthDate", text(person.birthDate().toString()));
        return JsonValue.object().put("fullUrl", text(BASE + name)).put("resource", resource);
    }

    private static JsonValue text(String text) {
        return JsonValue.text(text, 0);
    }

    private static JsonValue version(JsonValue entry, int number) {
        var resource = entry.at("resource");
        var meta = resource.at("meta");
        var versioned = (meta.exists() ? meta : JsonValue.object()).put("versionId", text(Integer.toString(number)));
        resource.put("meta", versioned);
        return entry;
    }

    /// A row was filed by us: what cannot be read of it is a fault, and no copy leaves without it.
    private static Iterable<JsonValue> entries(Document row) throws IOException {
        try {
            return JsonDocument.read(row.bundle().getBytes(StandardCharsets.UTF_8))
                    .getFirst()
                    .all("entry");
        } catch (Unreadable damaged) {
            throw new IOException("The bundle of record " + row.entry().id() + " cannot be read", damaged);
        }
    }

    /// Lists of FHIR are never empty: a person without records has a bundle without entries.
    void end(Person person) throws IOException {
        for (var name : patients) {
            if (!versions.containsKey(BASE + name)) {
                entry(patient(name, person));
            }
        }
        write(first ? "}\n" : "\n]}\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
