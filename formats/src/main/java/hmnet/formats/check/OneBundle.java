package hmnet.formats.check;

import hmnet.formats.base.Sha256;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.PatientJson;
import hmnet.formats.fhir.PatientJson.Person;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.RecordKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// All rows of a file as one FHIR bundle (一つのBundle).
final class OneBundle {
    private static final JsonFactory FACTORY = new JsonFactory();

    private OneBundle() {}

    static byte[] of(FacilityFile file, Ids ids) {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("resourceType");
            out.writeString("Bundle");
            out.writeName("type");
            out.writeString("collection");
            out.writeName("entry");
            out.writeStartArray();
            var written = new HashSet<String>();
            if (file.sheets().isEmpty()) {
                rows(file.rows(ids), out, written);
            }
            for (int n = 0; n < file.sheets().size(); n++) {
                var sheet = file.sheets().get(n);
                var own = own(ids, n);
                var rows = Rows.of(sheet, own);
                if (rows.stream().noneMatch(row -> row.kind() == RecordKind.PROFILE)) {
                    entries(patient(sheet, own), out, written);
                }
                rows(rows, out, written);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static Ids own(Ids ids, int sheet) {
        return (type, key) -> ids.of(type, sheet + "/" + key);
    }

    private static void rows(List<Part> rows, JsonGenerator out, Set<String> written) {
        rows.forEach(row -> entries(row.bundle(), out, written));
    }

    private static byte[] entry(JsonParser in) {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.copyCurrentStructureExact(in);
        }
        return bytes.toByteArray();
    }

    /// The person, where no profile of them does it.
    private static byte[] patient(Sheet sheet, Ids ids) {
        var bundle = new Bundle(ids);
        PatientJson.write(bundle, Person.of(sheet.patient(), sheet.person()));
        return bundle.bytes();
    }

    /// @param written hashes of the entries that are there: rows that rest on one resource each hold it
    private static void entries(byte[] bundle, JsonGenerator out, Set<String> written) {
        try (var in = FACTORY.createParser(ObjectReadContext.empty(), bundle)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.PROPERTY_NAME
                        && in.currentName().equals("entry")) {
                    in.nextToken();
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        var entry = entry(in);
                        if (written.add(Sha256.hex(entry))) {
                            out.writeRawValue(new String(entry, StandardCharsets.UTF_8));
                        }
                    }
                    return;
                }
            }
        }
    }
}
