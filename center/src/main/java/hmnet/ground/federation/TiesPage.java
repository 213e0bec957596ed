package hmnet.ground.federation;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.federation.TiesScreen.TieLine;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk of a hospital sees who of its staff signs in by the hospital's identity provider, and ends that
/// (紐付けの管理); an operator does so for any.
@Controller
class TiesPage {
    static final String PAGE = "/identity-ties";
    private static final Set<String> DONE = Set.of("ended");

    private final Ties ties;
    private final Facilities facilities;
    private final Pages pages;

    TiesPage(Ties ties, Facilities facilities, Pages pages) {
        this.ties = ties;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping(PAGE)
    @Rule(Right.MEMBERS)
    @MenuPlace(text = "menu.identity-ties", icon = "lock", group = MenuGroup.NETWORK, order = 71)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(required = false) @Nullable String done,
            Requester by,
            Frame frame) {
        return facilities
                .shown(facility, by)
                .map(at -> page(at, facility, Pages.known(DONE, done), frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping(PAGE + "/end")
    @Rule(Right.MEMBERS)
    ResponseEntity<String> end(
            @RequestParam(defaultValue = "0") long tie,
            @RequestParam(required = false) @Nullable String facility,
            Requester by,
            Frame frame) {
        return facilities
                .shown(facility, by)
                .filter(at -> ties.end(at.id(), tie, by))
                .map(at -> Pages.seeOther(PAGE + "?done=ended"
                        + (facility == null || facility.isBlank() ? "" : "&facility=" + at.code())))
                .orElseGet(() -> pages.notFound(frame));
    }

    private ResponseEntity<String> page(Facility at, @Nullable String asked, @Nullable String done, Frame frame) {
        var lines = ties.of(at.id()).stream()
                .map(tie -> new TieLine(tie.id(), tie.name(), tie.madeAt(), tie.lastUsedAt()))
                .toList();
        var screen = new TiesScreen(at.name(), asked == null ? "" : at.code(), lines, done);
        return Pages.answer(HttpStatus.OK, pages.render("ground/federation/ties", frame, Map.of("page", screen)));
    }
}
