package hmnet.record.ownrecords;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Photographs read back from the record that was filed of them (保存された写真).
///
/// @param words as the record has them: who took it, and what they wrote
/// @param pages how many there are
public record FiledPhoto(UUID id, OwnPhotoKind kind, String title, LocalDate day, String words, int pages) {
    /// @param bundle of the record
    /// @return nothing for a record of anything else
    public static Optional<FiledPhoto> find(String bundle) {
        try {
            return JsonDocument.read(bundle.getBytes(StandardCharsets.UTF_8)).stream()
                    .flatMap(root -> root.all("entry.resource").stream())
                    .filter(resource -> resource.text("resourceType").equals("DocumentReference"))
                    .findFirst()
                    .flatMap(FiledPhoto::read);
        } catch (Unreadable | DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<FiledPhoto> read(JsonValue reference) {
        var title = reference.text("type.text");
        var number = reference.all("identifier").stream()
                .filter(identifier -> identifier.text("system").equals(OwnPhoto.SYSTEM))
                .map(identifier -> UUID.fromString(identifier.text("value")))
                .findFirst();
        return number.flatMap(id -> OwnPhotoKind.titled(title)
                .map(kind -> new FiledPhoto(
                        id,
                        kind,
                        title,
                        LocalDate.parse(reference.text("context.period.start").substring(0, 10)),
                        reference.text("description"),
                        reference.all("content").size())));
    }

    /// What takes it back.
    public OwnPhoto gone() {
        return new OwnPhoto(id, kind, day, "", "", List.of());
    }
}
