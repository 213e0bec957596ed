package hmnet.ground.witnesses;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.CountersignedCopies;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.SignatureLine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where witnesses hand in what they countersigned (立会人署名の受付口). Anybody may knock; only a genuine line of a witness
/// that is configured, under a checkpoint that was signed here, is kept.
@RestController
class CountersignatureRoutes {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

    /// As C2SP tlog-witness tells the size that it knows.
    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");

    /// A note with our line and one of a witness has a few hundred.
    static final int BYTES_MAX = 4_096;

    static final int A_MINUTE = 60;

    private final Checkpoints checkpoints;
    private final CountersignedCopies copies;
    private final PostLimit limit;

    CountersignatureRoutes(Checkpoints checkpoints, CountersignedCopies copies, Clock clock) {
        this.checkpoints = checkpoints;
        this.copies = copies;
        this.limit = new PostLimit(A_MINUTE, clock);
    }

    /// The newest checkpoint that a witness countersigned; before the first, the newest of all.
    @Rule(Right.PUBLIC)
    @GetMapping("/audit/witnessed")
    ResponseEntity<String> witnessed() {
        return checkpoints
                .newestWitnessed()
                .or(checkpoints::newest)
                .map(note -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .body(note))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// The signed note of a checkpoint, with the witness's line below ours.
    @Rule(Right.PUBLIC)
    @PostMapping("/audit/countersignatures")
    ResponseEntity<String> take(HttpServletRequest request) throws IOException {
        if (!limit.admits(request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .contentType(TEXT)
                    .body("too many from this address\n");
        }
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "a note has at most " + BYTES_MAX + " bytes");
        }
        try {
            var note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return taken(Checkpoint.read(note), note);
        } catch (CharacterCodingException | IllegalArgumentException unreadable) {
            return answer(HttpStatus.BAD_REQUEST, "not a signed checkpoint with the line of a witness");
        }
    }

    private ResponseEntity<String> taken(Checkpoint checkpoint, String note) {
        var ours = checkpoints.note(checkpoint.size());
        if (ours.isEmpty() || !ours.get().startsWith(checkpoint.body())) {
            return answer(HttpStatus.NOT_FOUND, "this checkpoint was never signed here");
        }
        var lines = SignatureLine.under(note).stream()
                .filter(line -> !line.name().equals(checkpoint.origin()))
                .toList();
        if (lines.size() != 1) {
            return answer(HttpStatus.BAD_REQUEST, "one line of one witness at a time");
        }
        var line = lines.getFirst();
        return switch (checkpoints.countersign(checkpoint.size(), line.toString())) {
            case KEPT -> {
                copies.keep(line.name(), ours.get() + line + "\n");
                yield answer(HttpStatus.OK, "kept");
            }
            case UNKNOWN_WITNESS -> answer(HttpStatus.FORBIDDEN, "this centre was told of no such witness");
            case UNKNOWN_CHECKPOINT -> answer(HttpStatus.NOT_FOUND, "this checkpoint was never signed here");
            case FALSE -> answer(HttpStatus.UNPROCESSABLE_CONTENT, "the line does not sign this checkpoint");
            case OLD ->
                ResponseEntity.status(HttpStatus.CONFLICT).contentType(SIZE).body(checkpoints.size() + "\n");
        };
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(TEXT).body(words + "\n");
    }
}
