package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.filestore.FileStoreSettings;
import hmnet.record.inbox.IndividualNumbers;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.Uploads;
import hmnet.record.inbox.Uploads.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility sends a large file in pieces (分割送信), by tus 1.0.0 with creation, expiration, checksum and
/// termination: after a cut it goes on at the byte that was acknowledged last (R020). `Upload-Metadata` names the file
/// (`filename`), may say that it belongs to the standard storage (`door` = `ssmix2`) and the SHA-256 of the whole
/// (`sha256`, hexadecimal): the same file begun again is then the one that was begun. With a `descriptor` (whose it is)
/// it goes to the file store and may be larger. The last answer names what became of it (`Hmnet-Outcome`,
/// `Hmnet-Inbox`).
@RestController
class UploadRoutes {
    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    /// What is stored at once, and so what a cut costs at most.
    private static final int PIECE = 1 << 20;

    /// The same of a large file: each is an object of the file store.
    private static final int LARGE_PIECE = 4 << 20;

    private static final int CHECKSUM_MISMATCH = 460;
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final Uploads uploads;
    private final MessageLimits limits;
    private final FileStoreSettings files;

    UploadRoutes(Uploads uploads, MessageLimits limits, FileStoreSettings files) {
        this.files = files;
        this.uploads = uploads;
        this.limits = limits;
    }

    @RequestMapping(path = "/inbox/uploads", method = RequestMethod.OPTIONS)
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> offered() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,checksum,termination")
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", Long.toString(Math.max(limits.maxBytes(), files.maxBytes())))
                .build();
    }

    /// Begins one. 201 with its address, 400 when it says no length or no name that can be kept, 413 too large, 429
    /// when the facility has begun too many.
    @PostMapping("/inbox/uploads")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> begin(
            @RequestHeader(RESUMABLE) Optional<String> version,
            @RequestHeader(LENGTH) Optional<String> length,
            @RequestHeader("Upload-Metadata") Optional<String> metadata,
            FacilityId facility) {
        if (!version.equals(Optional.of(VERSION))) {
            return otherVersion();
        }
        var size = number(length);
        var said = metadata(metadata.orElse(""));
        var path = said == null ? "" : said.getOrDefault("filename", "");
        var sha256 = said == null ? null : sha256(said.get("sha256"));
        if (size < 0 || said == null || !Paths.canBeKept(path) || size == 0 && !isOfNothing(sha256)) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        var kept = isNumbered(said) ? "" : metadata.orElse("");
        var descriptor = said.get("descriptor");
        if (size > (descriptor == null ? limits.maxBytes() : files.maxBytes())) {
            return answer(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (descriptor != null) {
            return beginLarge(facility, path, size, sha256, kept, descriptor);
        }
        var door = "ssmix2".equals(said.get("door")) ? Door.STORAGE : Door.FILES;
        return begun(uploads.begin(facility, door, path, size, sha256, kept));
    }

    /// Whether an individual number stands in what is said beside the name, which is looked at by itself.
    private static boolean isNumbered(Map<String, String> said) {
        return said.entrySet().stream()
                .filter(words -> !Set.of("filename", "sha256").contains(words.getKey()))
                .anyMatch(words -> !IndividualNumbers.in(words.getKey() + " " + words.getValue())
                        .isEmpty());
    }

    /// One that goes to the file store, since its sender says whose it is beside it. 422 when that cannot be read, or
    /// names somebody by an individual number.
    private ResponseEntity<Void> beginLarge(
            FacilityId facility, String path, long size, byte @Nullable [] sha256, String metadata, String descriptor) {
        try {
            var read = Descriptor.read(descriptor.getBytes(UTF_8));
            return size == 0
                    ? answer(HttpStatus.BAD_REQUEST).build()
                    : begun(uploads.beginLarge(facility, path, size, sha256, metadata, read));
        } catch (Unreadable | IllegalArgumentException e) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
    }

    private static ResponseEntity<Void> begun(Optional<Upload> begun) {
        return begun.map(upload -> of(HttpStatus.CREATED, upload)
                        .header(HttpHeaders.LOCATION, "/inbox/uploads/" + upload.id())
                        .<Void>build())
                .orElseGet(() -> answer(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .build());
    }

    /// How far one is. Of another facility's it is not told that there is one.
    @RequestMapping(path = "/inbox/uploads/{id}", method = RequestMethod.HEAD)
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> stands(
            @PathVariable UUID id, @RequestHeader(RESUMABLE) Optional<String> version, FacilityId facility) {
        if (!version.equals(Optional.of(VERSION))) {
            return otherVersion();
        }
        return uploads.find(facility, id)
                .map(upload -> of(HttpStatus.OK, upload)
                        .header(LENGTH, Long.toString(upload.length()))
                        .headers(headers -> said(headers, uploads.said(facility, id)))
                        .<Void>build())
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    /// Adds bytes, a piece at a time: what came before a cut stays. 409 when they do not begin where the last ones
    /// ended, 413 when there are more than announced, 460 when they or the whole are not what their checksum says.
    @PatchMapping("/inbox/uploads/{id}")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> add(
            @PathVariable UUID id,
            @RequestHeader(RESUMABLE) Optional<String> version,
            @RequestHeader(OFFSET) Optional<String> offset,
            @RequestHeader("Upload-Checksum") Optional<String> checksum,
            FacilityId facility,
            HttpServletRequest request)
            throws IOException {
        if (!version.equals(Optional.of(VERSION))) {
            return otherVersion();
        }
        if (!"application/offset+octet-stream".equals(request.getContentType())) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        var found = uploads.find(facility, id);
        if (found.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        var upload = found.get();
        if (number(offset) != upload.received()) {
            return of(HttpStatus.CONFLICT, upload).build();
        }
        if (upload.received() + request.getContentLengthLong() > upload.length()) {
            return of(HttpStatus.CONTENT_TOO_LARGE, upload).build();
        }
        return checksum.isPresent()
                ? checked(facility, upload, checksum.get(), request)
                : inPieces(facility, upload, request);
    }

    /// Bytes that bring a checksum count when all of them have come, so they are to be few.
    private ResponseEntity<Void> checked(
            FacilityId facility, Upload upload, String checksum, HttpServletRequest request) throws IOException {
        var digest = DIGESTS.get(checksum.split(" ", 2)[0]);
        if (digest == null) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        var left = upload.length() - upload.received();
        if (Math.min(left, request.getContentLengthLong()) > limits.maxBytes()) {
            return of(HttpStatus.CONTENT_TOO_LARGE, upload).build();
        }
        var bytes = request.getInputStream().readNBytes((int) Math.min(left, limits.maxBytes()) + 1);
        if (bytes.length > left || bytes.length > limits.maxBytes()) {
            return of(HttpStatus.CONTENT_TOO_LARGE, upload).build();
        }
        try {
            var said = checksum.substring(checksum.indexOf(' ') + 1).strip();
            var is = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(digest).digest(bytes));
            return is.equals(said) ? added(facility, upload, bytes) : mismatch(upload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ResponseEntity<Void> inPieces(FacilityId facility, Upload upload, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream();
        var now = upload;
        var size = upload.large() ? LARGE_PIECE : PIECE;
        var piece = new byte[0];
        do {
            var left = now.length() - now.received();
            if (left == 0 && body.read() >= 0) {
                return of(HttpStatus.CONTENT_TOO_LARGE, now).build();
            }
            piece = body.readNBytes((int) Math.min(size, left));
            if (piece.length > 0) {
                var before = now;
                var added = uploads.add(facility, before, before.received(), piece);
                if (added.isEmpty()) {
                    return conflict(facility, before);
                }
                now = added.get();
                if (now.received() == 0) {
                    return mismatch(now);
                }
            }
        } while (piece.length == size);
        return of(HttpStatus.NO_CONTENT, now).build();
    }

    private ResponseEntity<Void> added(FacilityId facility, Upload upload, byte[] bytes) {
        if (bytes.length == 0) {
            return of(HttpStatus.NO_CONTENT, upload).build();
        }
        return uploads.add(facility, upload, upload.received(), bytes)
                .map(now -> now.received() == 0
                        ? mismatch(now)
                        : of(HttpStatus.NO_CONTENT, now).<Void>build())
                .orElseGet(() -> conflict(facility, upload));
    }

    private ResponseEntity<Void> conflict(FacilityId facility, Upload upload) {
        return uploads.find(facility, upload.id())
                .map(now -> of(HttpStatus.CONFLICT, now).<Void>build())
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    private static ResponseEntity<Void> mismatch(Upload upload) {
        return ResponseEntity.status(CHECKSUM_MISMATCH)
                .header(RESUMABLE, VERSION)
                .header(OFFSET, Long.toString(upload.received()))
                .build();
    }

    /// Forgets one that was given up.
    @DeleteMapping("/inbox/uploads/{id}")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> end(
            @PathVariable UUID id, @RequestHeader(RESUMABLE) Optional<String> version, FacilityId facility) {
        if (!version.equals(Optional.of(VERSION))) {
            return otherVersion();
        }
        return answer(uploads.end(facility, id) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }

    /// The same for a sender whose network lets no PATCH or DELETE through: it says the method beside a POST. 405 when
    /// it says none of them.
    @PostMapping("/inbox/uploads/{id}")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<Void> byAnotherMethod(
            @PathVariable UUID id,
            @RequestHeader("X-HTTP-Method-Override") Optional<String> method,
            @RequestHeader(RESUMABLE) Optional<String> version,
            @RequestHeader(OFFSET) Optional<String> offset,
            @RequestHeader("Upload-Checksum") Optional<String> checksum,
            FacilityId facility,
            HttpServletRequest request)
            throws IOException {
        return switch (method.orElse("")) {
            case "PATCH" -> add(id, version, offset, checksum, facility, request);
            case "DELETE" -> end(id, version, facility);
            case "HEAD" -> stands(id, version, facility);
            // From outside: whatever a sender writes there.
            default ->
                answer(HttpStatus.METHOD_NOT_ALLOWED)
                        .header(HttpHeaders.ALLOW, "HEAD, PATCH, DELETE")
                        .build();
        };
    }

    private static void said(HttpHeaders headers, String metadata) {
        if (!metadata.isEmpty()) {
            headers.set("Upload-Metadata", metadata);
        }
    }

    /// An empty file is whole as it begins: a checksum that is not that of nothing could never be met.
    private static boolean isOfNothing(byte @Nullable [] sha256) {
        return sha256 == null || HexFormat.of().formatHex(sha256).equals(OF_NOTHING);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header(RESUMABLE, VERSION).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static ResponseEntity.BodyBuilder of(HttpStatus status, Upload upload) {
        var answer = answer(status)
                .header(OFFSET, Long.toString(upload.received()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().withOffsetSameInstant(ZoneOffset.UTC)));
        var kept = upload.kept();
        return kept == null
                ? answer
                : answer.header("Hmnet-Outcome", kept.duplicate() ? "duplicate" : "kept")
                        .header("Hmnet-Inbox", Long.toString(kept.id()));
    }

    private static ResponseEntity<Void> otherVersion() {
        return answer(HttpStatus.PRECONDITION_FAILED)
                .header("Tus-Version", VERSION)
                .build();
    }

    private static long number(Optional<String> said) {
        return said.filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    /// Pairs of a word and a text in Base64; null when it is none, or says a word twice.
    private static @Nullable Map<String, String> metadata(String header) {
        var said = new HashMap<String, String>();
        try {
            for (var pair : header.split(",", 20)) {
                var words = pair.strip().split(" ", 2);
                var text = words.length < 2 ? new byte[0] : Base64.getDecoder().decode(words[1].strip());
                if (said.put(words[0], new String(text, UTF_8)) != null) {
                    return null;
                }
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return said;
    }

    private static byte @Nullable [] sha256(@Nullable String said) {
        return said != null && said.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(said) : null;
    }
}
