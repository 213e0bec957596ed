package hmnet.record.intake;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.EndedRight;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Where a facility sends its SS-MIX2 storage (標準化ストレージの受信): one file, or many in a tar. A file is
/// acknowledged after its commit and never before.
@RestController
class StorageRoutes {
    private final Inbox inbox;
    private final InboxLoad inboxLoad;
    private final MessageLimits limits;
    private final JsonMapper json;
    private final EntriesOfHour entries;

    StorageRoutes(Inbox inbox, InboxLoad inboxLoad, MessageLimits limits, JsonMapper json) {
        this.inbox = inbox;
        this.inboxLoad = inboxLoad;
        this.limits = limits;
        this.json = json;
        this.entries = new EntriesOfHour(InstantSource.system(), limits.hourEntries());
    }

    /// Takes one file. 201 kept, 200 duplicate, 413 too large, 400 when the path cannot be kept, 415 when the
    /// body is called a form: it would be taken apart before it is kept. 429 with `Retry-After` when too many
    /// come at once (R018).
    @PostMapping("/inbox/ssmix2")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<FileReceipt> one(@RequestParam String path, FacilityId facility, HttpServletRequest request)
            throws IOException {
        return one(path, Door.STORAGE, facility, request);
    }

    private ResponseEntity<FileReceipt> one(String path, Door door, FacilityId facility, HttpServletRequest request)
            throws IOException {
        if (inboxLoad.full()) {
            return comeAgain(path);
        }
        if (request.getContentLengthLong() > limits.maxBytes()) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, FileReceipt.refused(path, "too-large"));
        }
        if (!Paths.canBeKept(path)) {
            return answer(HttpStatus.BAD_REQUEST, FileReceipt.refused("", "path"));
        }
        if (isForm(request)) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, FileReceipt.refused(path, "form"));
        }
        var body = request.getInputStream().readNBytes(limits.maxBytes() + 1);
        if (body.length > limits.maxBytes()) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, FileReceipt.refused(path, "too-large"));
        }
        var kept = inbox.keep(
                        facility,
                        List.of(door == Door.FILES ? ReceivedFile.named(path, body) : new ReceivedFile(path, body)))
                .getFirst();
        return answer(kept.duplicate() ? HttpStatus.OK : HttpStatus.CREATED, outcome(kept));
    }

    /// Takes one file of any format (`/inbox/files?name=…`), or many as a tar, answered as the storage's are.
    @PostMapping("/inbox/files")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<FileReceipt> file(@RequestParam String name, FacilityId facility, HttpServletRequest request)
            throws IOException {
        return one(name, Door.FILES, facility, request);
    }

    /// Takes many files of any format as a tar.
    @PostMapping(path = "/inbox/files", consumes = "application/x-tar")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    void files(FacilityId facility, HttpServletRequest request, HttpServletResponse response) throws IOException {
        many(Door.FILES, facility, request, response);
    }

    /// Takes many files as a tar, plain, gzip or zstd, and answers a line for each as its batch is committed. 429 with
    /// `Retry-After` when the facility has sent too many within an hour.
    @PostMapping(path = "/inbox/ssmix2", consumes = "application/x-tar")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    void many(FacilityId facility, HttpServletRequest request, HttpServletResponse response) throws IOException {
        many(Door.STORAGE, facility, request, response);
    }

    private void many(Door door, FacilityId facility, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        var answers = response.getOutputStream();
        if (entries.full(facility)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(entries.secondsToWait()));
            line(answers, FileReceipt.refused("", "more than " + limits.hourEntries() + " files in an hour"));
            return;
        }
        try {
            new TarReader(request.getInputStream(), limits.maxBytes(), limits.archiveEntries(), door)
                    .forEachBatch(
                            batch -> {
                                entries.add(facility, batch.size());
                                for (var kept : inbox.keep(facility, batch)) {
                                    line(answers, outcome(kept));
                                }
                                answers.flush();
                            },
                            refused -> line(answers, refused));
        } catch (EndedRight ended) {
            if (!response.isCommitted()) {
                throw ended;
            }
            line(answers, FileReceipt.refused("", ended.reason())); // what has no line was not kept
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/");
    }

    private void line(OutputStream answers, FileReceipt outcome) throws IOException {
        answers.write(json.writeValueAsBytes(outcome));
        answers.write('\n');
    }

    private static FileReceipt outcome(InboxReceipt kept) {
        return new FileReceipt(kept.id(), kept.path(), kept.duplicate() ? "duplicate" : "kept", null);
    }

    /// Not all at the same moment again. By 429: after a 503 Tomcat closes the connection, and a handshake costs more
    /// than keeping the file.
    private static ResponseEntity<FileReceipt> comeAgain(String path) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Integer.toString(ThreadLocalRandom.current().nextInt(1, 4)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(FileReceipt.refused(path, "busy"));
    }

    private static ResponseEntity<FileReceipt> answer(HttpStatus status, FileReceipt outcome) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(outcome);
    }
}
