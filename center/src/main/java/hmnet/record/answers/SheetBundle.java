package hmnet.record.answers;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Resource;

/// What is filed of a signed sheet (保存する束): its response, and what was extracted from it, as one bundle under
/// one number. The same sheet gives the same bytes.
public final class SheetBundle {
    private SheetBundle() {}

    /// @throws Unextractable where a template cannot be filled in
    public static byte[] of(SignedSheet signed) throws Unextractable {
        var entries = new ArrayList<JsonValue>();
        entries.add(new ResponseWriter(signed).response());
        entries.addAll(new ObservationExtraction(signed).observations());
        try {
            entries.addAll(new TemplateExtraction(signed, run(signed)).resources());
        } catch (RuntimeException | NoClassDefFoundError e) { // whatever the library trips over
            throw new Unextractable(String.valueOf(e.getMessage()));
        }
        var bundle = JsonValue.object().put("resourceType", JsonValue.text("Bundle", 0));
        bundle.put("meta", JsonValue.object().put("lastUpdated", JsonValue.text(signed.moment(), 0)));
        bundle.put("identifier", ResponseWriter.identifier(signed));
        bundle.put("type", JsonValue.text("collection", 0));
        bundle.put("timestamp", JsonValue.text(signed.moment(), 0));
        bundle.put("entry", JsonValue.array(wrapped(entries, signed.id())));
        return JsonDocument.write(bundle);
    }

    /// The response alone, as it is handed out.
    public static byte[] response(SignedSheet signed) {
        return JsonDocument.write(new ResponseWriter(signed).response());
    }

    private static List<JsonValue> wrapped(List<JsonValue> resources, UUID id) {
        var entries = new ArrayList<JsonValue>();
        for (var resource : resources) {
            var own = UUID.nameUUIDFromBytes(
                    (id + "/" + entries.size()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            entries.add(JsonValue.object()
                    .put("fullUrl", JsonValue.text("urn:uuid:" + (entries.isEmpty() ? id : own), 0))
                    .put("resource", resource));
        }
        return entries;
    }

    private static ExpressionRun run(SignedSheet signed) {
        var given = new HashMap<String, Base>();
        signed.resources()
                .forEach((name, json) -> given.put(name, (Resource) ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(json)));
        var run = new ExpressionRun(signed.filling().filled(), signed.filling().asked(), given, new RunClock());
        run.response()
                .setAuthoredElement(new DateTimeType(signed.moment()))
                .setId(signed.id().toString());
        return run;
    }

    /// A template that cannot be filled in (転記できないひな形).
    public static final class Unextractable extends Exception {
        private static final long serialVersionUID = 1L;

        Unextractable(String message) {
            super(message);
        }
    }
}
