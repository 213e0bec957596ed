package hmnet.record.restoring;

import hmnet.ground.approval.Approval;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.restoring.Restorings.RestoringResult;
import hmnet.record.restoring.Restorings.RestoringSpan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A desk asks for the originals of its facility and fetches them in parts; an operator agrees (被災施設への返却の画面).
@Controller
class RestoringPage {
    private static final String DESK = "/restoring";
    private static final String OFFICE = "/office/restoring";
    private static final Set<String> DONE = Set.of("asked", "agreed", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "gone", "why", "nothing-left");
    private static final int WHY_MAX = 200;

    private final Restorings restorings;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    RestoringPage(Restorings restorings, Facilities facilities, Staff staff, Pages pages) {
        this.restorings = restorings;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    /// The desk's page (返却の画面).
    ///
    /// @param open how far it is, or null while nothing may be fetched
    record RestoringScreen(
            boolean asked,
            @Nullable RestoringSpan open,
            @Nullable String done,
            @Nullable String problem) {
        static final int WHY = WHY_MAX;
    }

    /// What waits for an operator (返却の申請).
    record AskedRestoring(long facility, String name, String by, OffsetDateTime at, String why, boolean own) {}

    @GetMapping(DESK)
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.restoring", icon = "empty", group = MenuGroup.DATA, order = 90)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        var open = restorings.open(by.facility()).orElse(null);
        var screen = new RestoringScreen(
                restorings.waiting(by.facility()).isPresent(),
                open,
                Pages.known(DONE, done),
                Pages.known(PROBLEMS, problem));
        return Pages.answer(HttpStatus.OK, pages.render("record/restoring/desk", frame, Map.of("page", screen)));
    }

    @PostMapping(DESK)
    @Rule(Right.DESK)
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String why, Requester by) {
        return why.isBlank() || why.length() > WHY_MAX
                ? Pages.seeOther(DESK + "?problem=why")
                : to(DESK, restorings.ask(why.strip(), by));
    }

    @PostMapping("/restoring/refusal")
    @Rule(Right.DESK)
    ResponseEntity<String> takeBack(Requester by) {
        return to(DESK, restorings.refuse(by.facility(), by));
    }

    /// @param from `last` makes the last part once more, `start` begins with the first file; else what comes next
    @PostMapping("/restoring/part")
    @Rule(Right.DESK)
    ResponseEntity<byte[]> part(@RequestParam(defaultValue = "") String from, Requester by) {
        return restorings
                .open(by.facility())
                .map(one -> from.equals("start") ? 0L : from.equals("last") ? one.partFrom() : one.fetchedTo())
                .flatMap(at -> restorings.part(by, at))
                .map(part -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("originals-" + part.last() + ".zip")
                                        .build()
                                        .toString())
                        .body(part.zip()))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, DESK + "?problem=nothing-left")
                        .build());
    }

    @GetMapping(OFFICE)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.restorings", icon = "empty", group = MenuGroup.DATA, order = 91)
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        var waiting = restorings.waiting();
        var names = staff.names(
                waiting.stream().map(Approval::by).map(StaffId::of).distinct().toList());
        var lines = waiting.stream()
                .map(one -> {
                    var facility = new FacilityId(Long.parseLong(one.subject().key()));
                    return new AskedRestoring(
                            facility.value(),
                            facilities.get(facility).name(),
                            names.getOrDefault(StaffId.of(one.by()), ""),
                            one.at(),
                            one.why(),
                            one.by().equals(by.actor()));
                })
                .toList();
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "record/restoring/office",
                        frame,
                        Map.of("lines", List.copyOf(lines), "done", done(done), "problem", problem(problem))));
    }

    private static String done(@Nullable String word) {
        var known = Pages.known(DONE, word);
        return known == null ? "" : known;
    }

    private static String problem(@Nullable String word) {
        var known = Pages.known(PROBLEMS, word);
        return known == null ? "" : known;
    }

    @PostMapping("/office/restoring/{id}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, Requester by) {
        return to(OFFICE, restorings.agree(new FacilityId(id), by));
    }

    @PostMapping("/office/restoring/{id}/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by) {
        return to(OFFICE, restorings.refuse(new FacilityId(id), by));
    }

    private static ResponseEntity<String> to(String page, RestoringResult result) {
        return Pages.seeOther(page
                + switch (result) {
                    case ASKED -> "?done=asked";
                    case AGREED -> "?done=agreed";
                    case REFUSED -> "?done=refused";
                    case SAME_PERSON -> "?problem=second-person";
                    case NOTHING -> "?problem=gone";
                });
    }
}
