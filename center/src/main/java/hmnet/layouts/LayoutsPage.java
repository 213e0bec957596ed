package hmnet.layouts;

import hmnet.design.Frame;
import hmnet.design.Messages;
import hmnet.design.Pages;
import hmnet.design.SentForm;
import hmnet.directory.Requester;
import hmnet.formats.file.NoteWords;
import hmnet.formats.file.Unreadable;
import hmnet.formats.labcsv.LabLayout;
import hmnet.routes.Right;
import hmnet.routes.Rule;
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
    private static final int DECLARATION_MAX = 20_000;
    private static final String EXAMPLE = """
            layout,mihon,2026-11-01
            form,csv,8,8
            heading,1
            field,patient,1
            field,name,2
            field,sampled,3
            field,itemCode,4
            field,item,5
            field,value,6
            field,unit,7
            field,range,8
            """;
    private final LabLayouts layouts;
    private final Pages pages;

    LayoutsPage(LabLayouts layouts, Pages pages) {
        this.layouts = layouts;
        this.pages = pages;
    }

    @GetMapping("/files/layouts")
    @Rule(Right.DESK)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Requester by, Frame frame) {
        return page(HttpStatus.OK, done != null && DONE.contains(done) ? done : null, null, null, "", by, frame);
    }

    /// Tries a declaration on a sample, and keeps it only where the sample was read by it (`act=declare`).
    @PostMapping("/files/layouts")
    @Rule(Right.DESK)
    ResponseEntity<String> take(HttpServletRequest request, Requester by, Frame frame) throws IOException {
        var form = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), SAMPLE_BYTES_MAX);
        return form.isEmpty()
                ? page(HttpStatus.CONTENT_TOO_LARGE, null, "too-large", null, "", by, frame)
                : take(form.get(), by, frame);
    }

    ResponseEntity<String> take(SentForm form, Requester by, Frame frame) {
        var declaration = form.word("declaration");
        var sample = form.file("file");
        if (declaration.isBlank() || sample.length == 0 || declaration.length() > DECLARATION_MAX) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, "missing", null, declaration, by, frame);
        }
        return switch (Tried.of(declaration, sample)) {
            case Tried.Read read ->
                form.word("act").equals("declare")
                        ? declare(declaration, by)
                        : page(HttpStatus.OK, null, null, read, declaration, by, frame);
            case Tried.BadLayout bad ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, null, "layout", bad, declaration, by, frame);
            case Tried.BadSample bad ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, null, "sample", bad, declaration, by, frame);
        };
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
            HttpStatus status,
            @Nullable String done,
            @Nullable String problem,
            @Nullable Tried tried,
            String declaration,
            Requester by,
            Frame frame) {
        var screen = new LayoutsScreen(
                done,
                problem,
                declaration.isEmpty() ? EXAMPLE : declaration,
                tried instanceof Tried.Read read ? read : null,
                tried instanceof Tried.BadLayout bad ? bad : null,
                tried instanceof Tried.BadSample bad ? bad : null,
                tried instanceof Tried.BadSample bad ? said(bad.code(), frame.m()) : "",
                LabLayout.words(),
                layouts.all(by.facility()));
        return Pages.answer(status, pages.render("layouts/layouts", frame, Map.of("page", screen)));
    }

    private static String said(String code, Messages m) {
        return NoteWords.in(m.language().tag(), code).orElse(code);
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
