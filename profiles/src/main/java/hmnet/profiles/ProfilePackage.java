package hmnet.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One package of profiles, value sets and code systems (定義パッケージ).
final class ProfilePackage {
    private static final JsonFactory JSON = new JsonFactory();
    private final String name;
    private final List<MetadataResource> definitions = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private String canonical = "";

    ProfilePackage(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Under what address it defines its own.
    String canonical() {
        return canonical;
    }

    List<MetadataResource> definitions() {
        return definitions;
    }

    /// Files that look like definitions and could not be read.
    List<String> unread() {
        return unread;
    }

    void add(String file, byte[] json) {
        if (file.equals("package.json")) {
            canonical = member(json, "canonical");
            return;
        }
        var text = new String(json, StandardCharsets.UTF_8).replace("\uFEFF", "");
        try {
            switch (member(text.getBytes(StandardCharsets.UTF_8), "resourceType")) {
                case "StructureDefinition" -> keep(text, StructureDefinition.class);
                case "ValueSet" -> keep(text, ValueSet.class);
                case "CodeSystem" -> keep(text, CodeSystem.class);
                default -> {} // From outside: examples and guides, by which nothing is judged.
            }
        } catch (DataFormatException e) {
            unread.add(file + ": " + e.getMessage());
        }
    }

    private <T extends MetadataResource> void keep(String text, Class<T> type) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        var definition = parser.parseResource(type, text);
        if (definition.hasUrl()) {
            definitions.add(definition);
        }
    }

    /// A text of the outermost object.
    private static String member(byte[] json, String name) {
        try (var in = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    var wanted = in.currentName().equals(name);
                    var value = in.nextToken();
                    if (wanted && value == JsonToken.VALUE_STRING) {
                        return in.getString();
                    }
                    in.skipChildren();
                }
            }
        } catch (tools.jackson.core.JacksonException e) {
            return "";
        }
        return "";
    }
}
