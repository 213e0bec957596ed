package hmnet.office.reviewdesk;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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

/// The office's review desk (名寄せ確認): the queue, a pair, deciding and taking back.
@Controller
class ReviewPage {
    private static final Set<String> TABS = Set.of("waiting", "second", "decided");
    private final ReviewDesk desk;
    private final ReviewScreens screens;
    private final Pages pages;

    ReviewPage(ReviewDesk desk, ReviewScreens screens, Pages pages) {
        this.desk = desk;
        this.screens = screens;
        this.pages = pages;
    }

    /// What an address says of the last act.
    record Last(@Nullable String told, @Nullable Long last) {
        @Nullable
        String known() {
            return Arrays.stream(DeskResult.values()).map(DeskResult::word).anyMatch(word -> word.equals(told))
                    ? told
                    : null;
        }
    }

    @GetMapping("/reviews")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.reviews", icon = "question", group = MenuGroup.PEOPLE, order = 10)
    ResponseEntity<String> queue(
            @RequestParam(defaultValue = "waiting") String tab,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String facility,
            @RequestParam(required = false) @Nullable String after,
            Last last,
            Requester requester,
            Frame frame) {
        var screen = screens.queue(
                last.known(),
                last.last(),
                TABS.contains(tab) ? tab : "waiting",
                QueueFilter.of(kind, facility),
                ReviewScreens.place(after),
                requester);
        return Pages.answer(HttpStatus.OK, pages.render("office/reviewdesk/reviews", frame, Map.of("page", screen)));
    }

    @GetMapping("/reviews/{id}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> pair(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String facility,
            Last last,
            Requester requester,
            Frame frame) {
        return desk.look(id, requester)
                .map(pair -> screens.pair(
                        pair, last.known(), last.last(), QueueFilter.of(kind, facility), requester, frame.m()))
                .map(screen -> Pages.answer(
                        HttpStatus.OK, pages.render("office/reviewdesk/pair", frame, Map.of("page", screen))))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// After a decision the next pair opens at once, with the last one to be taken back.
    @PostMapping("/reviews/{id}/decision")
    @Rule(Right.OFFICE)
    ResponseEntity<String> decide(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable ReviewDecision decision,
            @RequestParam(defaultValue = "0") long asOf,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String facility,
            Requester requester) {
        var queueFilter = QueueFilter.of(kind, facility);
        if (decision == null) {
            return Pages.seeOther("/reviews/" + id + "?" + queueFilter.query());
        }
        var place = desk.place(id);
        var outcome = desk.decide(id, decision, asOf, requester);
        var next = outcome.goesOn() ? place.flatMap(here -> screens.next(here, queueFilter)) : Optional.of(id);
        return to(next, outcome, id, queueFilter);
    }

    @PostMapping("/reviews/{id}/withdrawal")
    @Rule(Right.OFFICE)
    ResponseEntity<String> withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String facility,
            Requester requester) {
        var outcome = desk.withdraw(id, requester);
        return to(
                outcome == DeskResult.NOT_OPEN ? Optional.empty() : Optional.of(id),
                outcome,
                id,
                QueueFilter.of(kind, facility));
    }

    @PostMapping("/reviews/{id}/undo")
    @Rule(Right.OFFICE)
    ResponseEntity<String> undo(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String facility,
            Requester requester) {
        var outcome = desk.undo(id, requester);
        return to(
                outcome == DeskResult.NOT_OPEN ? Optional.empty() : Optional.of(id),
                outcome,
                id,
                QueueFilter.of(kind, facility));
    }

    private static ResponseEntity<String> to(
            Optional<Long> next, DeskResult outcome, long last, QueueFilter queueFilter) {
        var path = next.map(id -> "/reviews/" + id).orElse("/reviews");
        var undo = outcome.undoable() ? "&last=" + last : "";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path + "?" + queueFilter.query() + "&told=" + outcome.word() + undo)
                .build();
    }
}
