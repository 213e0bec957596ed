package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The files in a FHIR bundle (FHIRの添付), in their order: whatever has `contentType` and `data`, as
/// Attachment and Binary do. Plain text is none: it is read where the record is read.
public final class Attachments {
    /// More than a record of a hospital holds.
    private static final int FILES = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(3 * OtherFile.BYTES)
                    .build())
            .build();

    private final String bundle;
    private final List<SentAttachment> found = new ArrayList<>();
    private final Deque<JsonObject> open = new ArrayDeque<>();

    private Attachments(String bundle) {
        this.bundle = bundle;
    }

    /// A file as its sender laid it into the record, not looked at yet.
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record SentAttachment(String title, byte[] content) {}

    /// Each as it may be handed out, or kept back.
    public static List<AttachedContent> of(String bundle, FileExaminer examiner) {
        return sent(bundle).stream()
                .map(one -> AttachedContent.of(one.title(), one.content(), examiner))
                .toList();
    }

    /// As they came, to be compared and never to be opened. What is no JSON has no files.
    public static List<SentAttachment> sent(String bundle) {
        var reading = new Attachments(bundle);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bundle)) {
            reading.read(parser);
        } catch (JacksonException e) {
            return List.of();
        }
        return List.copyOf(reading.found);
    }

    private void read(JsonParser parser) {
        for (var token = parser.nextToken(); token != null && found.size() < FILES; token = parser.nextToken()) {
            var here = open.peek();
            if (token == JsonToken.START_OBJECT) {
                open.push(new JsonObject());
            } else if (token == JsonToken.END_OBJECT) {
                open.pop().file(bundle).ifPresent(found::add);
            } else if (token == JsonToken.VALUE_STRING && here != null) {
                here.hear(parser);
            }
        }
    }

    /// What is known of one object; a long text is not copied before it is known to be a file.
    private static final class JsonObject {
        private @Nullable String type;
        private String title = "";
        private int data = -1;

        void hear(JsonParser parser) {
            switch (parser.currentName()) {
                case "contentType" -> type = parser.getString();
                case "title" -> title = parser.getString();
                case "data" -> data = (int) parser.currentTokenLocation().getCharOffset() + 1;
                case null, default -> {}
            }
        }

        Optional<SentAttachment> file(String bundle) {
            var said = type;
            if (said == null || data < 0 || said.startsWith("text/plain")) {
                return Optional.empty();
            }
            var bytes = bytes(bundle.substring(data, bundle.indexOf('"', data)));
            return bytes.length == 0 ? Optional.empty() : Optional.of(new SentAttachment(title, bytes));
        }
    }

    private static byte[] bytes(String base64) {
        var plain = base64.indexOf('\\') < 0
                ? base64
                : base64.replace("\\/", "/").replace("\\r", "").replace("\\n", "");
        try {
            return Base64.getMimeDecoder().decode(plain.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /// A file that belongs to a record (添付ファイル): made safe, or kept back with the reason.
    public sealed interface AttachedContent {
        /// What its sender called it; may be empty.
        String title();

        /// What may be handed out: by its own bytes of a known kind, without what acts and what tells too much.
        ///
        /// @param contentType by the bytes, whatever the sender said
        /// @param notes what was done to it, and what could not be
        @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
        record Safe(String title, FileKind kind, String contentType, byte[] content, List<Note> notes)
                implements AttachedContent {}

        /// What stays where it is: it could act, is locked or damaged, or is of no kind that is shown.
        ///
        /// @param why the code of `Unreadable`
        /// @param size in bytes
        record KeptBack(String title, String why, int size) implements AttachedContent {}

        /// Looks at the bytes; what the sender said of them is not asked.
        static AttachedContent of(String title, byte[] bytes, FileExaminer examiner) {
            try {
                var file = examiner.examine(bytes, "");
                return new Safe(title, file.type(), file.contentType(), file.content(), file.notes());
            } catch (Unreadable bad) {
                return new KeptBack(title, bad.note().code(), bytes.length);
            }
        }
    }
}
