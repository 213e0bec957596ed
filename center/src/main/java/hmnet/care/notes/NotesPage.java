package hmnet.care.notes;

import hmnet.care.notes.NotesScreen.SentNote;
import hmnet.care.notes.StaffNotes.NoteWriter;
import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the reader's own facility keeps of a person for itself (院内メモ・フラグ): read and written where the chart opens,
/// and nowhere else.
@Controller
class NotesPage {
    private static final Set<String> TOLD = Set.of("written", "changed", "withdrawn", "set", "prolonged", "ended");
    private static final ViewRequest VIEW = new ViewRequest(ChartView.NOTES, Optional.empty());

    private final ChartPages chartPages;
    private final NotesShowing showing;
    private final StaffNotes notes;
    private final StaffWords words;
    private final Pages pages;

    NotesPage(ChartPages chartPages, NotesShowing showing, StaffNotes notes, StaffWords words, Pages pages) {
        this.chartPages = chartPages;
        this.showing = showing;
        this.notes = notes;
        this.words = words;
        this.pages = pages;
    }

    @GetMapping("/people/{person}/notes")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester,
                person,
                frame,
                ChartView.NOTES,
                chart -> showing.screen(chart, Pages.known(TOLD, told), SentNote.NONE, frame));
    }

    @PostMapping("/people/{person}/notes")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> write(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String pinned,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("write", null, text.strip(), pinned != null, "", "");
        return act(
                person,
                requester,
                frame,
                sent,
                "written",
                (writer, form) -> notes.write(writer, form.text(), form.pinned()));
    }

    @PostMapping("/people/{person}/notes/{id}")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> change(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String pinned,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("change-" + id, null, text.strip(), pinned != null, "", "");
        return act(
                person,
                requester,
                frame,
                sent,
                "changed",
                (writer, form) -> notes.change(writer, id, version, form.text(), form.pinned()));
    }

    @PostMapping("/people/{person}/notes/{id}/withdrawal")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> withdraw(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("withdraw-" + id, null, text.strip(), false, "", "");
        return act(
                person,
                requester,
                frame,
                sent,
                "withdrawn",
                (writer, form) -> notes.withdraw(writer, StaffWordKind.NOTE, id, version, form.text()));
    }

    @PostMapping("/people/{person}/flags")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> set(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String until,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("set", null, text.strip(), false, kind, until.strip());
        return act(person, requester, frame, sent, "set", (writer, form) -> {
            var day = day(form.until());
            return day.isEmpty() && !form.until().isEmpty()
                    ? "until"
                    : notes.set(writer, form.kind(), form.text(), day.orElse(null));
        });
    }

    @PostMapping("/people/{person}/flags/{id}")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> prolong(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String until,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("prolong-" + id, null, text.strip(), false, "", until.strip());
        return act(
                person,
                requester,
                frame,
                sent,
                "prolonged",
                (writer, form) -> notes.prolong(
                        writer, id, version, form.text(), day(form.until()).orElse(null)));
    }

    @PostMapping("/people/{person}/flags/{id}/end")
    @Rule(Right.VIEW_CHART)
    @ChecksNumbers("text")
    ResponseEntity<?> end(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            Requester requester,
            Frame frame) {
        var sent = new SentNote("end-" + id, null, text.strip(), false, "", "");
        return act(
                person,
                requester,
                frame,
                sent,
                "ended",
                (writer, form) -> notes.withdraw(writer, StaffWordKind.FLAG, id, version, form.text()));
    }

    /// Writes while the chart is open: a grant that has ended writes nothing and shows nothing.
    private ResponseEntity<?> act(
            PersonId person,
            Requester requester,
            Frame frame,
            SentNote sent,
            String told,
            BiFunction<NoteWriter, SentNote, @Nullable String> work) {
        var number = words.number(requester, person);
        return chartPages.take(
                requester,
                person,
                frame,
                VIEW,
                chart -> Optional.of(
                        done(chart, work.apply(new NoteWriter(requester, person, number), sent), sent, frame)),
                outcome -> outcome.screen().isEmpty()
                        ? Pages.seeOther("/people/" + person + "/notes?told=" + told)
                        : Pages.answer(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                pages.render(
                                        "care/notes/notes",
                                        frame,
                                        Map.of("page", outcome.screen().get()))));
    }

    private NoteOutcome done(Chart chart, @Nullable String problem, SentNote sent, Frame frame) {
        return new NoteOutcome(
                problem == null
                        ? Optional.empty()
                        : Optional.of(showing.screen(
                                chart,
                                null,
                                new SentNote(
                                        sent.form(), problem, sent.text(), sent.pinned(), sent.kind(), sent.until()),
                                frame)));
    }

    /// @param screen the page again, where it was not done
    private record NoteOutcome(Optional<NotesScreen> screen) {}

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.length() == 10 ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
