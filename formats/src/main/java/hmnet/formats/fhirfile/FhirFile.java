package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.value.MentionedPatients;
import hmnet.formats.fhirfile.xml.FhirXml;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of FHIR R4 (FHIRファイル), JSON or XML: a document, a collection, a resource, or (JSON) one a line.
///
/// @param version its profile with the profile's version, as it names itself
/// @param kind the title of a document, what a collection holds, else the type of the resource
/// @param values as read, one or (NDJSON) several
public record FhirFile(String version, String kind, List<JsonValue> values, List<Sheet> sheets, List<Note> notes)
        implements FacilityFile {
    private static final int ENTRIES = 20_000;
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{2,40}");
    private static final Pattern NAMESPACE = Pattern.compile("xmlns(:\\w+)?\\s*=\\s*[\"']http://hl7\\.org/fhir[\"']");
    private static final Pattern BEGINS = Pattern.compile("\"resourceType\"\\s*:");

    /// Types that describe FHIR and tell of nobody.
    private static final Set<String> CONFORMANCE = Set.of(
            "CodeSystem",
            "ValueSet",
            "StructureDefinition",
            "ConceptMap",
            "NamingSystem",
            "ImplementationGuide",
            "CapabilityStatement",
            "SearchParameter",
            "OperationDefinition",
            "StructureMap",
            "Questionnaire");

    public static FhirFile read(byte[] bytes) throws Unreadable {
        var notes = new ArrayList<Note>();
        var values = startsWith(bytes, '<') ? List.of(FhirXml.read(bytes, notes)) : JsonDocument.read(bytes);
        var resources = new ArrayList<Resource>();
        Resource bundle = null;
        var repairs = new FhirRepairs(notes);
        for (var value : values) {
            var resource = resource("", repairs.of(value));
            if (resource.is("Bundle")) {
                if (values.size() > 1) {
                    throw new Unreadable("bundles", value.line(), "Bundle", "one bundle a file");
                }
                resources.addAll(entries(resource));
                bundle = Bundles.dated(resource, resources, notes);
                Rules.check(bundle, notes);
                new Bundles(bundle, resources, notes).check();
            } else {
                resources.add(resource);
            }
        }
        check(resources, bundle != null && bundle.hasProfile("JP_Bundle_CLINS"), notes);
        var support = new Support(resources);
        resources.stream()
                .filter(each -> Kinds.isDrug(each) && !each.isMistake())
                .forEach(each -> notes.addAll(FhirDrugs.remarks(each, support)));
        var sheets = new FhirSheets(bundle, resources, notes).sheets();
        if (sheets.isEmpty()) {
            notes.add(Note.info("no-patient", 0, "", "tells of no patient"));
        }
        var first = bundle == null ? resources.getFirst() : bundle;
        return new FhirFile(first.text("meta.profile"), kind(bundle, resources), values, sheets, List.copyOf(notes));
    }

    private static void check(List<Resource> resources, boolean shared, List<Note> notes) throws Unreadable {
        for (var resource : resources) {
            Rules.check(resource, notes);
            Narrative.check(resource);
            Rules.checkSource(resource);
            if (resource.is("Patient")) {
                FhirPersons.check(resource, shared, notes);
            }
            if (Kinds.of(resource) == null
                    && !Kinds.isSupporting(resource)
                    && !CONFORMANCE.contains(resource.type())
                    && !Set.of("Patient", "Coverage").contains(resource.type())) {
                notes.add(Note.info("type-not-shown", resource.node().line(), resource.type(), resource.where()));
            }
        }
    }

    private static Resource resource(String fullUrl, JsonValue node) throws Unreadable {
        var type = node.text("resourceType");
        if (!node.isObject() || !TYPE.matcher(type).matches()) {
            throw new Unreadable("not-fhir", node.line(), "resourceType", type.isEmpty() ? "missing" : type);
        }
        return new Resource(fullUrl, node);
    }

    private static List<Resource> entries(Resource bundle) throws Unreadable {
        var resources = new ArrayList<Resource>();
        for (var entry : bundle.all("entry")) {
            if (resources.size() >= ENTRIES) {
                throw new Unreadable("too-many-entries", entry.line(), "Bundle.entry", "more than " + ENTRIES);
            }
            if (entry.text("request.method").equals("DELETE")) {
                throw new Unreadable(
                        "delete", entry.line(), "Bundle.entry.request", "send what replaces it, or entered-in-error");
            }
            if (!entry.at("resource").exists()) {
                throw new Unreadable("entry-empty", entry.line(), "Bundle.entry.resource", entry.text("fullUrl"));
            }
            resources.add(resource(entry.text("fullUrl"), entry.at("resource")));
        }
        return resources;
    }

    private static String kind(@Nullable Resource bundle, List<Resource> resources) {
        if (bundle == null) {
            return resources.size() > 1 ? "NDJSON" : resources.getFirst().type();
        }
        for (var resource : resources) {
            if (resource.is("Composition")) {
                var type = resource.text("type.coding.display");
                return type.isEmpty() ? resource.text("title") : type;
            }
        }
        var tag = bundle.all("meta.tag").stream()
                .filter(each -> each.text("system").endsWith("/BundleResourceType_CS"))
                .map(each -> each.text("code"))
                .findFirst();
        return "Bundle " + tag.orElse(bundle.text("type"));
    }

    /// Which of a patient's numbers is read as the chart number; nothing where none is.
    public static JsonValue chartNumber(JsonValue patient) {
        return FhirPersons.identifier(patient);
    }

    /// On the first bytes; true for damaged files that mean to be one.
    public static boolean looksLike(byte[] head, String name) {
        var start = new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1);
        if (startsWith(head, '<')) {
            return NAMESPACE.matcher(start).find();
        }
        return startsWith(head, '{') && BEGINS.matcher(start).find();
    }

    public static boolean startsWith(byte[] head, char first) {
        for (int i = 0; i < Math.min(head.length, 64); i++) {
            boolean passed = head[i] <= ' ' || (head[i] & 0xFF) >= 0xBB;
            if (!passed || head[i] == first) {
                return head[i] == first;
            }
        }
        return false;
    }

    /// Also those whom a resource only mentions, of whatever type it is.
    @Override
    public Set<String> patients() {
        return MentionedPatients.of(values, sheets, FhirPersons::identifier);
    }

    /// The file as it was read, as JSON, layout aside; several values a line each.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (var value : values) {
            bytes.writeBytes(JsonDocument.write(value));
            if (values.size() > 1) {
                bytes.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public Format format() {
        return Format.FHIR;
    }

    /// Its sheets in the words of all formats, for those that hold no FHIR.
    public List<Sheet> plainSheets() throws Unreadable {
        var plain = new ArrayList<Sheet>();
        for (var sheet : sheets) {
            plain.add(PlainSheet.of(sheet));
        }
        return plain;
    }
}
