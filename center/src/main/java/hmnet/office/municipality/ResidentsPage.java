package hmnet.office.municipality;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.municipality.ResidentLists.ResidentList;
import hmnet.people.patients.MyNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office takes a municipality's resident list in, sees what was refused, and forgets it (住民情報の受入).
@Controller
class ResidentsPage {
    private final ResidentLists lists;
    private final ResidentSettings settings;
    private final Pages pages;

    ResidentsPage(ResidentLists lists, ResidentSettings settings, Pages pages) {
        this.lists = lists;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping("/office/residents")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.residents", icon = "desk", group = MenuGroup.PEOPLE, order = 50)
    ResponseEntity<String> all(@RequestParam(required = false) @Nullable String done, Frame frame) {
        return page(null, "forgotten".equals(done) ? done : null, null, frame);
    }

    @GetMapping("/office/residents/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @PathVariable long id, @RequestParam(required = false) @Nullable String done, Frame frame) {
        return lists.find(id)
                .map(list -> page(null, "taken".equals(done) ? done : null, list, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/office/residents")
    @Rule(Right.OFFICE)
    ResponseEntity<String> take(HttpServletRequest request, Requester requester, Frame frame) throws IOException {
        var form = SentForm.of(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getInputStream(),
                settings.maxBytes());
        return form.isEmpty() ? page("size", null, null, frame) : take(form.get(), requester, frame);
    }

    ResponseEntity<String> take(SentForm form, Requester requester, Frame frame) {
        var municipality = form.word("municipality");
        var validOn = day(form.word("valid-on"));
        if (municipality.isEmpty()
                || municipality.length() > 40
                || MyNumber.standsIn(municipality)
                || validOn.isEmpty()
                || validOn.get().isAfter(lists.today())) {
            return page("missing", null, null, frame);
        }
        return switch (ResidentFile.of(form.file("file"), validOn.get(), settings.maxLines())) {
            case ResidentFile.Refused(var reason) -> page(reason, null, null, frame);
            case ResidentFile.Read read ->
                to("/office/residents/" + lists.take(municipality, validOn.get(), read, requester) + "?done=taken");
        };
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/office/residents/{id}/original")
    @Rule(Right.OFFICE)
    ResponseEntity<byte[]> original(@PathVariable long id, Requester requester) {
        return lists.original(id, requester)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"residents-" + id + ".csv\"")
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/office/residents/{id}/erasure")
    @Rule(Right.OFFICE)
    ResponseEntity<String> forget(@PathVariable long id, Requester requester) {
        lists.forget(id, requester);
        return to("/office/residents?done=forgotten");
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable String done, @Nullable ResidentList chosen, Frame frame) {
        var screen = new ResidentsScreen(
                problem,
                done,
                lists.today(),
                settings.days(),
                settings.maxBytes() / 1_048_576,
                lists.all(),
                chosen,
                chosen == null ? List.of() : lists.refusals(chosen.id()));
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/municipality/residents", frame, Map.of("page", screen)));
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
