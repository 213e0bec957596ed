package hmnet.record.layouts;

import hmnet.formats.base.Unreadable;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a facility's desk declares how its laboratory lays out its files (検査会社の取り決め): tried on a
/// sample before it holds.
@Controller
class LayoutsPage {
    private static final Set<String> DONE = Set.of("declared", "ended");
    private static final int SAMPLE_BYTES_MAX = 4 << 20;
    private final LabLayouts layouts;
    private final Pages pages;

    LayoutsPage(LabLayouts layouts, Pages pages) {
        this.layouts = layouts;
        this.pages = pages;
    }

    /// @param from a version of one's own to begin with
    @GetMapping("/files/layouts")
    @Rule(Right.DESK)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable Long from,
            Requester by,
            Frame frame) {
        var form = layouts.all(by.facility()).stream()
                .filter(one -> from != null && one.id() == from)
                .findFirst()
                .map(one -> LayoutWriting.form(one.text()))
                .orElseGet(LayoutForm::empty);
        var sent = new SentLayout("", "", form, new byte[0], "");
        return page(HttpStatus.OK, Pages.known(DONE, done), LayoutAnswer.of(sent), by, frame);
    }

    /// Tries a layout on a sample, and keeps it only where the sample was read by it (`act=declare`); or only
    /// comes back with more rows (`more`), with the sample's columns (`look`), with the fields of what was
    /// written (`fill`).
    @PostMapping("/files/layouts")
    @Rule(Right.DESK)
    ResponseEntity<String> take(HttpServletRequest request, Requester by, Frame frame) throws IOException {
        var form = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), SAMPLE_BYTES_MAX);
        if (form.isEmpty()) {
            var nothing = new SentLayout("", "", LayoutForm.empty(), new byte[0], "");
            return page(
                    HttpStatus.CONTENT_TOO_LARGE, null, LayoutAnswer.of(nothing).but("too-large"), by, frame);
        }
        return take(form.get(), by, frame);
    }

    ResponseEntity<String> take(SentForm form, Requester by, Frame frame) {
        var sent = SentLayout.of(form);
        return switch (sent.act()) {
            case "more" ->
                page(HttpStatus.OK, null, LayoutAnswer.of(sent.with(sent.form().more())), by, frame);
            case "look", "fill" -> page(HttpStatus.OK, null, LayoutAnswer.of(sent.measured()), by, frame);
            // From outside: the button of a form.
            default -> tried(sent.measured(), by, frame);
        };
    }

    private ResponseEntity<String> tried(SentLayout sent, Requester by, Frame frame) {
        var answer = LayoutAnswer.tried(sent, frame.m());
        if (answer.problem() != null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, answer, by, frame);
        }
        if (MyNumber.standsIn(sent.declaration())) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, answer.but("my-number"), by, frame);
        }
        return sent.act().equals("declare")
                ? declare(sent.declaration(), by)
                : page(HttpStatus.OK, null, answer, by, frame);
    }

    private ResponseEntity<String> declare(String declaration, Requester by) {
        try {
            layouts.declare(declaration, by);
            return to("/files/layouts?done=declared");
        } catch (Unreadable e) {
            throw new IllegalStateException("It was read a moment ago", e);
        }
    }

    @PostMapping("/files/layouts/{id}/end")
    @Rule(Right.DESK)
    ResponseEntity<String> end(@PathVariable long id, Requester by) {
        layouts.end(id, by);
        return to("/files/layouts?done=ended");
    }

    private ResponseEntity<String> page(
            HttpStatus status, @Nullable String done, LayoutAnswer answer, Requester by, Frame frame) {
        return Pages.answer(
                status,
                pages.render(
                        "record/layouts/layouts",
                        frame,
                        Map.of("page", answer.screen(done, layouts.all(by.facility())))));
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
