package hmnet.care.notebook;

import hmnet.care.notebook.ReadNotebook.NotebookDispensing;
import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Rows;
import hmnet.record.ownrecords.OwnContent;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A dispensing that a resident takes into their own record from a notebook (取り込んだ調剤): what the notebook says of it,
/// marked as
/// brought by the person, with its text as it was.
record ImportedDispensing(NotebookDispensing dispensing, String person) implements OwnContent {
    static final String SYSTEM = "urn:hmnet:own-import";
    /// As a chart names the text that was taken in.
    static final String ORIGINAL = "電子版お薬手帳の元データ";

    static final String MARK = "（電子版お薬手帳から取り込み）";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    /// Read back from the record of its text; nothing for any other record.
    static Optional<ImportedDispensing> find(String bundle, String person) {
        try {
            for (var root : JsonDocument.read(bundle.getBytes(StandardCharsets.UTF_8))) {
                for (var resource : root.all("entry.resource")) {
                    var data = resource.text("content.attachment.data");
                    if (resource.text("type.text").startsWith(ORIGINAL) && !data.isEmpty()) {
                        return ReadNotebook.of(Base64.getDecoder().decode(data)).dispensings().stream()
                                .findFirst()
                                .map(one -> new ImportedDispensing(one, person));
                    }
                }
            }
            return Optional.empty();
        } catch (Unreadable | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// The same dispensing of the same person is one, whenever it is scanned.
    @Override
    public UUID id() {
        return named(person + "/" + dispensing.sheet().source());
    }

    @Override
    public boolean mayReturn() {
        return true;
    }

    @Override
    public String said() {
        return Sha256.hex(dispensing.file());
    }

    @Override
    public byte[] bundle(FiledFor whom, String status, OffsetDateTime now) {
        var moment = text(now.atZoneSameInstant(JAPAN).format(MOMENT));
        var bundle = JsonValue.object().put("resourceType", text("Bundle"));
        bundle.put("meta", JsonValue.object().put("lastUpdated", moment));
        bundle.put("identifier", coded(SYSTEM, id().toString()));
        bundle.put("type", text("collection"));
        bundle.put("timestamp", moment);
        var entries = new ArrayList<JsonValue>();
        for (var part : Rows.of(
                dispensing.sheet(), (type, key) -> named(id() + type + key).toString())) {
            for (var entry : read(part.bundle()).all("entry")) {
                entries.add(JsonValue.object()
                        .put("fullUrl", entry.at("fullUrl"))
                        .put("resource", own(entry.at("resource"), whom, status)));
            }
        }
        entries.add(original(whom, status, moment));
        bundle.put("entry", JsonValue.array(entries));
        return JsonDocument.write(bundle);
    }

    private static JsonValue own(JsonValue resource, FiledFor whom, String status) {
        var copy = JsonValue.object();
        resource.members().forEach((name, value) -> {
            if (!name.equals("meta")) {
                copy.put(name, name.equals("subject") ? subject(whom) : value);
            }
        });
        if (resource.text("resourceType").startsWith("Medication")
                && resource.at("subject").exists()) {
            var notes = new ArrayList<>(resource.all("note"));
            notes.add(JsonValue.object().put("text", text(whom.author() + MARK)));
            copy.put("note", JsonValue.array(notes));
            if (status.equals("entered-in-error")) {
                copy.put("status", text(status));
            }
        }
        return copy;
    }

    /// The notebook's own text of it, byte for byte.
    private JsonValue original(FiledFor whom, String status, JsonValue moment) {
        var reference = JsonValue.object().put("resourceType", text("DocumentReference"));
        reference.put("identifier", JsonValue.array(List.of(coded(SYSTEM, id().toString()))));
        reference.put("status", text(status.equals("entered-in-error") ? status : "current"));
        reference.put("type", JsonValue.object().put("text", text(ORIGINAL + "（" + dispensing.by() + "）")));
        reference.put("subject", subject(whom));
        reference.put("date", moment);
        reference.put("author", JsonValue.array(List.of(JsonValue.object().put("display", text(whom.author())))));
        var start = dispensing.sheet().at().atZoneSameInstant(JAPAN).format(MOMENT);
        reference.put(
                "context", JsonValue.object().put("period", JsonValue.object().put("start", text(start))));
        var attachment = JsonValue.object()
                .put("contentType", text("text/plain; charset=Shift_JIS"))
                .put("data", text(Base64.getEncoder().encodeToString(dispensing.file())))
                .put("title", text("JAHISTC"));
        reference.put("content", JsonValue.array(List.of(JsonValue.object().put("attachment", attachment))));
        return JsonValue.object()
                .put("fullUrl", text("urn:uuid:" + named(id() + "/original")))
                .put("resource", reference);
    }

    private static JsonValue subject(FiledFor whom) {
        return JsonValue.object().put("identifier", coded(whom.chartSystem(), whom.chartNumber()));
    }

    private static JsonValue coded(String system, String value) {
        return JsonValue.object().put("system", text(system)).put("value", text(value));
    }

    private static JsonValue read(byte[] json) {
        try {
            return JsonDocument.read(json).getFirst();
        } catch (Unreadable e) {
            throw new IllegalStateException("Our own JSON is not read", e);
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonValue text(String words) {
        return JsonValue.text(words, 0);
    }
}
