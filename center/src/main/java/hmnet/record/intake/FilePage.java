package hmnet.record.intake;

import static hmnet.record.intake.FilesPage.back;

import hmnet.formats.base.Note;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.NextStep;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.InboxState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.SentFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One of a facility's own files (送信ファイルの詳細): why it is held, the place marked, and the line put
/// right.
@Controller
class FilePage {
    private final SentFiles files;
    private final Agreements agreements;
    private final Pages pages;

    FilePage(SentFiles files, Agreements agreements, Pages pages) {
        this.files = files;
        this.agreements = agreements;
        this.pages = pages;
    }

    @GetMapping("/files/{id}")
    @Rule(Right.DESK)
    ResponseEntity<String> show(@PathVariable long id, Requester by, Frame frame) {
        return files.open(id, by)
                .map(file -> page(file, null, null, by, frame))
                .or(() -> files.find(id, by.facility()).map(file -> page(file, frame)))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/files/{id}/retry")
    @Rule(Right.DESK)
    ResponseEntity<String> retry(@PathVariable long id, Requester by) {
        files.retry(id, by);
        return back("/files?done=retried");
    }

    @PostMapping("/files/{id}/withdrawal")
    @Rule(Right.DESK)
    ResponseEntity<String> withdraw(@PathVariable long id, Requester by) {
        files.withdraw(id, by);
        return back("/files?done=withdrawn");
    }

    /// Sends the file again with one line put right; every other byte stays.
    @PostMapping("/files/{id}/mended")
    @Rule(Right.DESK)
    ResponseEntity<String> mend(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String text,
            Requester by,
            Frame frame) {
        var opened = files.open(id, by).filter(FilePage::mendable);
        if (opened.isEmpty()) {
            return pages.notFound(frame);
        }
        var mended = FileLines.of(opened.get().body()).flatMap(lines -> lines.with(line, text));
        if (mended.isEmpty()) {
            return page(opened.get(), "characters", text, by, frame);
        }
        files.mend(id, new ReceivedFile(opened.get().sent().state().path(), mended.get(), Door.FILES), by);
        return back("/files?done=mended");
    }

    private static boolean mendable(SentFiles.OpenedFile file) {
        return file.any()
                && !file.sent().withdrawn()
                && file.sent().state().state() == InboxState.FileState.QUARANTINED;
    }

    /// How a file stands that nothing is wrong with.
    private ResponseEntity<String> page(SentFiles.SentFile file, Frame frame) {
        return page(file, null, Optional.empty(), List.of(), 0, "", frame);
    }

    private ResponseEntity<String> page(
            SentFiles.OpenedFile file, @Nullable String problem, @Nullable String written, Requester by, Frame frame) {
        var name = file.sent().state().path();
        var checkedFile = CheckedFile.of(name, name, file.body(), agreements.of(by.facility()));
        var place = checkedFile.notes().stream()
                .filter(note -> note.line() > 0)
                .max(Comparator.comparing(Note::severity))
                .map(Note::line)
                .orElse(0);
        var lines = FileLines.of(file.body());
        var line = mendable(file) && lines.filter(all -> all.has(place)).isPresent() ? place : 0;
        return page(
                file.sent(),
                problem,
                Optional.of(checkedFile),
                lines.map(all -> all.around(place)).orElse(List.of()),
                line,
                written != null ? written : lines.map(all -> all.line(line)).orElse(""),
                frame);
    }

    private ResponseEntity<String> page(
            SentFiles.SentFile file,
            @Nullable String problem,
            Optional<CheckedFile> looked,
            List<FileScreen.FileLine> lines,
            int line,
            String text,
            Frame frame) {
        var state = file.state();
        var m = frame.m();
        var word = file.word();
        var screen = new FileScreen(
                Long.toString(state.id()),
                state.path(),
                state.receivedAt(),
                file.size(),
                word,
                Reasons.words(state.reason(), state.detail(), m),
                Reasons.say(state.reason(), state.detail(), m),
                problem,
                !file.withdrawn() && "patient-number-missing".equals(state.reason()),
                looked.map(checked -> FilesPage.remarks(checked, m)).orElse(List.of()),
                lines,
                line,
                text,
                NextStep.ofSent(word, state.reason(), looked, m.language().tag()));
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("record/intake/file", frame, Map.of("page", screen)));
    }
}
