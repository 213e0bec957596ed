package hmnet.record.ownrecords;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/// Photographs that a resident took of one sheet (本人が撮った用紙の写真), filed as a DocumentReference of FHIR R4.
///
/// @param day of the sheet
/// @param place who gave it out, in the writer's words; may be empty
/// @param words anything else, or ""
/// @param pages JPEGs without place and time; none where it is taken back
public record OwnPhoto(UUID id, OwnPhotoKind kind, LocalDate day, String place, String words, List<byte[]> pages)
        implements OwnContent {
    static final String SYSTEM = "urn:hmnet:own-photo";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    public OwnPhoto {
        pages = List.copyOf(pages);
    }

    @Override
    public String said() {
        var pictures = pages.stream().map(Sha256::hex).collect(Collectors.joining(" "));
        return kind + "\n" + day + "\n" + place + "\n" + words + "\n" + pictures;
    }

    @Override
    public byte[] bundle(FiledFor whom, String status, OffsetDateTime now) {
        var moment = text(now.atZoneSameInstant(JAPAN).format(MOMENT));
        var bundle = JsonValue.object().put("resourceType", text("Bundle"));
        bundle.put("meta", JsonValue.object().put("lastUpdated", moment));
        bundle.put("identifier", number());
        bundle.put("type", text("collection"));
        bundle.put("timestamp", moment);
        bundle.put(
                "entry",
                JsonValue.array(List.of(JsonValue.object()
                        .put(
                                "fullUrl",
                                text("urn:uuid:"
                                        + UUID.nameUUIDFromBytes((id + "/photo").getBytes(StandardCharsets.UTF_8))))
                        .put("resource", reference(whom, status, moment)))));
        return JsonDocument.write(bundle);
    }

    private JsonValue reference(FiledFor whom, String status, JsonValue moment) {
        var withdrawn = status.equals("entered-in-error");
        var reference = JsonValue.object().put("resourceType", text("DocumentReference"));
        reference.put("identifier", JsonValue.array(List.of(number())));
        reference.put("status", text(withdrawn ? status : "current"));
        reference.put("docStatus", text(status));
        reference.put("type", JsonValue.object().put("text", text(title())));
        reference.put(
                "subject",
                JsonValue.object()
                        .put(
                                "identifier",
                                JsonValue.object()
                                        .put("system", text(whom.chartSystem()))
                                        .put("value", text(whom.chartNumber()))));
        reference.put("date", moment);
        reference.put("author", JsonValue.array(List.of(JsonValue.object().put("display", text(whom.author())))));
        reference.put("description", text(description(whom)));
        var start = day.atStartOfDay(JAPAN).toOffsetDateTime().format(MOMENT);
        reference.put(
                "context", JsonValue.object().put("period", JsonValue.object().put("start", text(start))));
        reference.put("content", JsonValue.array(withdrawn ? List.of(content(text("取消"), null)) : contents()));
        return reference;
    }

    private List<JsonValue> contents() {
        var contents = new ArrayList<JsonValue>();
        for (var page : pages) {
            var name = text(kind.title() + " " + (contents.size() + 1) + "/" + pages.size());
            contents.add(content(name, page));
        }
        return contents;
    }

    private static JsonValue content(JsonValue title, byte @org.jspecify.annotations.Nullable [] page) {
        var attachment = JsonValue.object().put("title", title);
        if (page != null) {
            attachment.put("contentType", text("image/jpeg"));
            attachment.put("data", text(Base64.getEncoder().encodeToString(page)));
        }
        return JsonValue.object().put("attachment", attachment);
    }

    /// As it stands in a list.
    private String title() {
        return place.isEmpty() ? kind.title() : kind.title() + "（" + place + "）";
    }

    private String description(FiledFor whom) {
        return words.isEmpty() ? whom.author() : whom.author() + "\n" + words;
    }

    private JsonValue number() {
        return JsonValue.object().put("system", text(SYSTEM)).put("value", text(id.toString()));
    }

    private static JsonValue text(String words) {
        return JsonValue.text(words, 0);
    }
}
