package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.PatientJson;
import hmnet.formats.fhir.PatientJson.Person;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sheet as a FHIR bundle (FHIRの書き出し), along JP-CLINS: a collection with its Patient first, or a
/// document with a Composition whose sections name what belongs to them. Each entry has an address, and
/// references use it.
final class FhirWriter {
    private static final String LOINC = "http://loinc.org";

    private final Sheet sheet;
    private final Ids ids;
    private final List<Part> parts;
    private final Map<String, String> addresses = new HashMap<>();
    private final List<JsonValue> entries = new ArrayList<>();
    private final Map<RecordKind, List<String>> byKind = new EnumMap<>(RecordKind.class);

    private FhirWriter(Sheet sheet, Ids ids) {
        this.sheet = sheet;
        this.ids = ids;
        this.parts = Rows.of(sheet, ids);
        gather();
    }

    /// `Bundle.type` collection.
    public static byte[] collection(Sheet sheet, Ids ids) {
        return new FhirWriter(sheet, ids).bundle("collection");
    }

    /// `Bundle.type` document.
    ///
    /// @param title of the document
    /// @param author who answers for it, as people read it
    public static byte[] document(Sheet sheet, Ids ids, String title, String author) {
        var writer = new FhirWriter(sheet, ids);
        writer.entries.addFirst(
                writer.entry("urn:uuid:" + uuid("Composition/" + sheet.source()), writer.composition(title, author)));
        return writer.bundle("document");
    }

    private void gather() {
        add(patient(), null);
        for (var part : parts) {
            add(part.bundle(), part.kind());
        }
        entries.replaceAll(this::addressed);
    }

    private byte[] patient() {
        var bundle = new Bundle(ids);
        PatientJson.write(bundle, Person.of(sheet.patient(), sheet.person()));
        return bundle.bytes();
    }

    private void add(byte[] bundle, @Nullable RecordKind kind) {
        for (var entry : read(bundle).all("entry")) {
            var resource = entry.at("resource");
            var name = resource.text("resourceType") + "/" + resource.text("id");
            var address = "urn:uuid:" + uuid(name);
            if (addresses.put(name, address) == null) {
                entries.add(entry(address, resource));
                if (kind != null) {
                    byKind.computeIfAbsent(kind, each -> new ArrayList<>()).add(address);
                }
            }
        }
    }

    private static JsonValue read(byte[] json) {
        try {
            return JsonDocument.read(json).getFirst();
        } catch (Unreadable e) {
            throw new IllegalStateException("Our own JSON is not read", e);
        }
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private JsonValue entry(String address, JsonValue resource) {
        return JsonValue.object().put("fullUrl", JsonValue.text(address, 0)).put("resource", resource);
    }

    private JsonValue addressed(JsonValue node) {
        if (node.isArray()) {
            return node.withElements(new ArrayList<>(
                    node.elements().stream().map(this::addressed).toList()));
        }
        if (!node.isObject()) {
            return node;
        }
        var copy = JsonValue.object();
        node.members().forEach((name, value) -> {
            var address = name.equals("reference") ? addresses.get(value.text()) : null;
            copy.put(name, address == null ? addressed(value) : JsonValue.text(address, 0));
        });
        return copy;
    }

    private byte[] bundle(String type) {
        var at = JsonValue.text(Hl7Time.fhir(sheet.at()), 0);
        var bundle = JsonValue.object()
                .put("resourceType", JsonValue.text("Bundle", 0))
                .put("meta", JsonValue.object().put("lastUpdated", at))
                .put(
                        "identifier",
                        JsonValue.object()
                                .put("system", JsonValue.text("urn:hmnet:sheet", 0))
                                .put("value", JsonValue.text(sheet.source(), 0)))
                .put("type", JsonValue.text(type, 0))
                .put("timestamp", at)
                .put("entry", JsonValue.array(entries));
        return JsonDocument.write(bundle);
    }

    private JsonValue composition(String title, String author) {
        return JsonValue.object()
                .put("resourceType", JsonValue.text("Composition", 0))
                .put("id", JsonValue.text(uuid("Composition/" + sheet.source()).toString(), 0))
                .put("status", JsonValue.text("final", 0))
                .put("type", concept(LOINC, "34133-9", title))
                .put("subject", reference(entries.getFirst().text("fullUrl")))
                .put("date", JsonValue.text(Hl7Time.fhir(sheet.at()), 0))
                .put("author", JsonValue.array(List.of(JsonValue.object().put("display", JsonValue.text(author, 0)))))
                .put("title", JsonValue.text(title, 0))
                .put(
                        "section",
                        JsonValue.array(
                                byKind.keySet().stream().map(this::section).toList()));
    }

    private static JsonValue concept(String system, String code, String text) {
        return JsonValue.object()
                .put(
                        "coding",
                        JsonValue.array(List.of(JsonValue.object()
                                .put("system", JsonValue.text(system, 0))
                                .put("code", JsonValue.text(code, 0)))))
                .put("text", JsonValue.text(text, 0));
    }

    private static JsonValue reference(String address) {
        return JsonValue.object().put("reference", JsonValue.text(address, 0));
    }

    private JsonValue section(RecordKind kind) {
        var words = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        parts.stream()
                .filter(part -> part.kind() == kind)
                .forEach(part ->
                        words.append("<p>").append(escaped(part.title())).append("</p>"));
        var text = JsonValue.object()
                .put("status", JsonValue.text("additional", 0))
                .put("div", JsonValue.text(words.append("</div>").toString(), 0));
        return JsonValue.object()
                .put("title", JsonValue.text(word(kind), 0))
                .put("text", text)
                .put(
                        "entry",
                        JsonValue.array(byKind.getOrDefault(kind, List.of()).stream()
                                .map(FhirWriter::reference)
                                .toList()));
    }

    private static String escaped(String text) {
        return text.isBlank()
                ? "-"
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String word(RecordKind kind) {
        return switch (kind) {
            case PROFILE -> "患者基本";
            case ALLERGY -> "アレルギー";
            case DIAGNOSIS -> "病名";
            case PRESCRIPTION -> "処方";
            case INJECTION -> "注射";
            case LAB_ORDER -> "検査依頼";
            case LABORATORY, LAB_SAFETY -> "検査結果";
            case VISIT -> "外来";
            case ADMISSION -> "入退院";
            case PROCEDURE -> "処置";
            case REPORT -> "報告書";
            case DOCUMENT -> "文書";
            case CHECKUP -> "健診";
            case DISPENSING -> "調剤";
            case VITAL -> "バイタルサイン";
            case CARE -> "介護";
        };
    }
}
