package hmnet.care.handbook;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.charts.Chart.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The resources of many rows in one FHIR R4 bundle (書き出しのBundle, collection), written one after another:
/// only one row is held at a time. What several rows bring under one address and in the same words stands once;
/// in other words it stands again with a version of its own (bdl-7), so that nothing is lost.
final class CopyBundle {
    private final OutputStream out;
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
            if (address.isEmpty() || known.add(Sha256.hex(JsonDocument.write(entry)))) {
                write(first ? ",\"entry\":[\n" : ",\n");
                first = false;
                out.write(JsonDocument.write(known.size() > 1 ? version(entry, known.size()) : entry));
            }
        }
    }

    private static JsonValue version(JsonValue entry, int number) {
        var resource = entry.at("resource");
        var meta = resource.at("meta");
        var versioned = (meta.exists() ? meta : JsonValue.object())
                .put("versionId", JsonValue.text(Integer.toString(number), 0));
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
    void end() throws IOException {
        write(first ? "}\n" : "\n]}\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
