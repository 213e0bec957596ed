package hmnet.office.incidents;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office's incidents (事案): the list, one incident with what was done, closing it. For those who had looked,
/// the button that confirms the notice.
@Controller
class IncidentPage {
    private final Incidents incidents;
    private final IncidentScreens screens;
    private final MixedNotices notices;
    private final Pages pages;

    IncidentPage(Incidents incidents, IncidentScreens screens, MixedNotices notices, Pages pages) {
        this.incidents = incidents;
        this.screens = screens;
        this.notices = notices;
        this.pages = pages;
    }

    @GetMapping("/incidents")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.incidents", icon = "bad", group = MenuGroup.PEOPLE, order = 40)
    ResponseEntity<String> list(@RequestParam(defaultValue = "false") boolean closed, Frame frame) {
        return Pages.answer(
                HttpStatus.OK, pages.render("office/incidents/incidents", frame, Map.of("page", screens.list(closed))));
    }

    @GetMapping("/incidents/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(@PathVariable long id, Requester requester, Frame frame) {
        return page(id, null, Map.of(), requester, frame);
    }

    /// @param typed what was written into a form that was refused, by its name in the template
    private ResponseEntity<String> page(
            long id, @Nullable String problem, Map<String, String> typed, Requester requester, Frame frame) {
        var status = problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return incidents
                .look(id, requester)
                .map(incident -> screens.of(incident, problem, requester))
                .map(screen -> {
                    var model = new HashMap<String, Object>(typed);
                    model.put("page", screen);
                    return Pages.answer(status, pages.render("office/incidents/incident", frame, model));
                })
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/incidents/{id}/steps")
    @Rule(Right.OFFICE)
    ResponseEntity<String> step(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String words,
            Requester requester,
            Frame frame) {
        var done = Step.written(step)
                .map(known -> incidents.step(id, known, words, requester))
                .orElse(false);
        return done ? to("/incidents/" + id) : page(id, "words", Map.of("words", words), requester, frame);
    }

    @PostMapping("/incidents/{id}/conclusion")
    @Rule(Right.OFFICE)
    ResponseEntity<String> close(
            @PathVariable long id, @RequestParam(defaultValue = "") String words, Requester requester, Frame frame) {
        return incidents.close(id, words, requester)
                ? to("/incidents/" + id)
                : page(id, "missing", Map.of("conclusion", words), requester, frame);
    }

    @PostMapping("/incidents/notices/confirmation")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> confirm(@RequestParam(defaultValue = "") java.util.List<Long> notice, Requester requester) {
        notices.seen(requester, notice);
        return to("/");
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
