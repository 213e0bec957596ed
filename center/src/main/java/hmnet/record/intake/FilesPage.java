package hmnet.record.intake;

import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.FieldNames;
import hmnet.formats.check.NextStep;
import hmnet.formats.file.NoteDetails;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.SentFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a facility without a gateway sends its files, and looks at them before (ファイルの送信と確認): the
/// same inbox as every other door.
@Controller
class FilesPage {
    private static final Set<String> DONE = Set.of("sent", "known", "retried", "withdrawn", "mended", "named");
    private static final int FILES_MAX = 200;
    private final SentFiles files;
    private final MessageLimits limits;
    private final Agreements agreements;
    private final Pages pages;

    FilesPage(SentFiles files, MessageLimits limits, Agreements agreements, Pages pages) {
        this.files = files;
        this.limits = limits;
        this.agreements = agreements;
        this.pages = pages;
    }

    @GetMapping("/files")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.files", icon = "desk", group = MenuGroup.CARE, order = 60)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return page(HttpStatus.OK, Pages.known(DONE, done), null, List.of(), by, frame);
    }

    /// Sends the files of a form, or only looks at them (`act=check`).
    @PostMapping("/files")
    @Rule(Right.DESK)
    ResponseEntity<String> take(HttpServletRequest request, Requester by, Frame frame) throws IOException {
        var form = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), limits.maxBytes());
        if (form.isEmpty()) {
            return page(HttpStatus.CONTENT_TOO_LARGE, null, "too-large", List.of(), by, frame);
        }
        return take(form.get(), by, frame);
    }

    ResponseEntity<String> take(SentForm form, Requester by, Frame frame) {
        var sent = form.files("file").stream()
                .filter(file -> file.bytes().length > 0)
                .toList();
        if (sent.isEmpty() || sent.size() > FILES_MAX) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT, null, sent.isEmpty() ? "none" : "too-many", List.of(), by, frame);
        }
        if (form.word("act").equals("check")) {
            var fileAgreements = agreements.of(by.facility());
            var looked = sent.stream()
                    .map(file -> CheckedFile.of(file.name(), file.name(), file.bytes(), fileAgreements))
                    .toList();
            return page(HttpStatus.OK, null, null, looked, by, frame);
        }
        var arrivals = new ArrayList<ReceivedFile>();
        for (var file : sent) {
            if (!Paths.canBeKept(file.name())) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, null, "name", List.of(), by, frame);
            }
            arrivals.add(ReceivedFile.named(file.name(), file.bytes()));
        }
        var fresh = files.send(arrivals, by).stream().anyMatch(kept -> !kept.duplicate());
        return back("/files?done=" + (fresh ? "sent" : "known"));
    }

    /// Takes one file of a page with JavaScript, which shows the progress of each.
    @PostMapping("/files/one")
    @Rule(Right.DESK)
    @ChecksNumbers("name")
    ResponseEntity<FileReceipt> one(
            @RequestParam(defaultValue = "") String name, HttpServletRequest request, Requester by) throws IOException {
        if (request.getContentLengthLong() > limits.maxBytes()) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, FileReceipt.refused(name, "too-large"));
        }
        if (!Paths.canBeKept(name)) {
            return answer(HttpStatus.BAD_REQUEST, FileReceipt.refused("", "path"));
        }
        var body = request.getInputStream().readNBytes(limits.maxBytes() + 1);
        if (body.length == 0 || body.length > limits.maxBytes()) {
            return body.length == 0
                    ? answer(HttpStatus.BAD_REQUEST, FileReceipt.refused(name, "empty"))
                    : answer(HttpStatus.CONTENT_TOO_LARGE, FileReceipt.refused(name, "too-large"));
        }
        var kept = files.send(List.of(ReceivedFile.named(name, body)), by).getFirst();
        return answer(
                kept.duplicate() ? HttpStatus.OK : HttpStatus.CREATED,
                new FileReceipt(kept.id(), kept.path(), kept.duplicate() ? "duplicate" : "kept", null));
    }

    private static ResponseEntity<FileReceipt> answer(HttpStatus status, FileReceipt outcome) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(outcome);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable String done,
            @Nullable String problem,
            List<CheckedFile> looked,
            Requester by,
            Frame frame) {
        var m = frame.m();
        var screen = new FilesScreen(
                done,
                problem,
                limits.maxBytes() >> 20,
                looked.stream().map(file -> looked(file, m)).toList(),
                NextStep.words(looked, m.language().tag()),
                files.newest(by.facility(), true).stream()
                        .map(file -> sent(file, m))
                        .toList(),
                files.newest(by.facility(), false).stream()
                        .map(file -> sent(file, m))
                        .toList());
        return Pages.answer(status, pages.render("record/intake/files", frame, Map.of("page", screen)));
    }

    private static FilesScreen.CheckedFile looked(CheckedFile file, Messages m) {
        return new FilesScreen.CheckedFile(
                file.path(),
                file.format().code(),
                file.outcome().code(),
                file.patients(),
                file.rows(),
                file.codes().entrySet().stream()
                        .map(code -> m.t(
                                "intake.files.codes.of",
                                m.t("intake.codes.field." + code.getKey()),
                                code.getValue().seen(),
                                code.getValue().mapped()))
                        .toList(),
                remarks(file, m));
    }

    static List<FilesScreen.Remark> remarks(CheckedFile file, Messages m) {
        return file.notes().stream()
                .limit(100)
                .map(note -> new FilesScreen.Remark(
                        note.code(),
                        Reasons.ofFormats(note.code(), m).orElse(note.code()),
                        note.severity().code(),
                        note.line(),
                        m.language().tag().equals("en") ? note.field() : FieldNames.named(file.format(), note.field()),
                        NoteDetails.in(m.language().tag(), note.text())))
                .toList();
    }

    private static FilesScreen.SentFileLine sent(SentFiles.SentFile file, Messages m) {
        var state = file.state();
        return new FilesScreen.SentFileLine(
                Long.toString(state.id()),
                state.path(),
                state.receivedAt(),
                file.word(),
                Reasons.words(state.reason(), state.detail(), m));
    }

    static ResponseEntity<String> back(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
