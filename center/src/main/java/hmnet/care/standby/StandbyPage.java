package hmnet.care.standby;

import hmnet.care.standby.StandbyCopies.StandbyCopy;
import hmnet.care.standby.StandbyOrders.OrderResult;
import hmnet.care.standby.StandbyOrders.StandbyOrder;
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
import java.io.IOException;
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

/// A desk asks for copies, makes the code and takes the newest one; an operator agrees and sees that they are made
/// (非常時の写しの画面).
@Controller
class StandbyPage {
    private static final String DESK = "/standby";
    private static final String OFFICE = "/office/standby";
    private static final Set<String> DONE = Set.of("asked", "agreed", "refused", "ended");
    private static final Set<String> PROBLEMS = Set.of("second-person", "gone", "why", "no-copy");
    private static final int WHY_MAX = 200;

    private final StandbyOrders orders;
    private final StandbyCopies copies;
    private final Facilities facilities;
    private final Staff staff;
    private final Pages pages;

    StandbyPage(StandbyOrders orders, StandbyCopies copies, Facilities facilities, Staff staff, Pages pages) {
        this.orders = orders;
        this.copies = copies;
        this.facilities = facilities;
        this.staff = staff;
        this.pages = pages;
    }

    /// The desk's page (非常時の写しの画面).
    ///
    /// @param order null while none stands
    /// @param newest null while no copy was made
    record StandbyScreen(
            boolean asked,
            @Nullable StandbyOrder order,
            @Nullable StandbyCopy newest,
            @Nullable String done,
            @Nullable String problem) {
        static final int WHY = WHY_MAX;
        static final int DAYS = StandbyCopies.DAYS;
        static final int MOST = StandbyCopies.MOST;
    }

    /// What waits for an operator (写しの申請).
    record AskedStandby(long facility, String name, String by, OffsetDateTime at, String why, boolean own) {}

    /// An order that stands, as the office looks after it.
    record StandbyLine(
            String name, StandbyOrder order, @Nullable StandbyCopy newest) {}

    @GetMapping(DESK)
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.standby", icon = "empty", group = MenuGroup.DATA, order = 92)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        var screen = new StandbyScreen(
                orders.waiting(by.facility()).isPresent(),
                orders.of(by.facility()).orElse(null),
                copies.newest(by.facility()).orElse(null),
                Pages.known(DONE, done),
                Pages.known(PROBLEMS, problem));
        return Pages.answer(HttpStatus.OK, pages.render("care/standby/desk", frame, Map.of("page", screen)));
    }

    @PostMapping(DESK)
    @Rule(Right.DESK)
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String why, Requester by) {
        return why.isBlank() || why.length() > WHY_MAX
                ? Pages.seeOther(DESK + "?problem=why")
                : to(DESK, orders.ask(why.strip(), by));
    }

    @PostMapping("/standby/refusal")
    @Rule(Right.DESK)
    ResponseEntity<String> takeBack(Requester by) {
        return to(DESK, orders.refuse(by.facility(), by));
    }

    @PostMapping("/standby/end")
    @Rule(Right.DESK)
    ResponseEntity<String> end(Requester by) {
        return to(DESK, orders.end(by.facility(), by));
    }

    /// The code, this once.
    @PostMapping("/standby/code")
    @Rule(Right.DESK)
    ResponseEntity<String> code(Requester by, Frame frame) {
        return orders.code(by)
                .map(code -> Pages.answer(
                        HttpStatus.OK,
                        pages.render(
                                "care/standby/code",
                                frame,
                                Map.of(
                                        "facility", by.facilityName(),
                                        "code", code.printed(),
                                        "keyId", copies.keyId()))))
                .orElseGet(() -> Pages.seeOther(DESK + "?problem=gone"));
    }

    @PostMapping("/standby/file")
    @Rule(Right.DESK)
    ResponseEntity<byte[]> file(Requester by) throws IOException {
        var newest = copies.newest(by.facility());
        if (newest.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, DESK + "?problem=no-copy")
                    .build();
        }
        return handedOut(newest.get(), copies.taken(newest.get(), StandbyOrders.told("taken", by.facility(), by)));
    }

    static ResponseEntity<byte[]> handedOut(StandbyCopy copy, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(copy.name())
                                .build()
                                .toString())
                .body(file);
    }

    @GetMapping(OFFICE)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.standbys", icon = "empty", group = MenuGroup.DATA, order = 93)
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        var model = Map.of(
                "asked", asked(by),
                "lines", lines(),
                "done", word(DONE, done),
                "problem", word(PROBLEMS, problem));
        return Pages.answer(HttpStatus.OK, pages.render("care/standby/office", frame, model));
    }

    private static String word(Set<String> words, @Nullable String asked) {
        var known = Pages.known(words, asked);
        return known == null ? "" : known;
    }

    private List<AskedStandby> asked(Requester by) {
        var waiting = orders.waiting();
        var names = staff.names(
                waiting.stream().map(Approval::by).map(StaffId::of).distinct().toList());
        return waiting.stream()
                .map(one -> {
                    var facility = new FacilityId(Long.parseLong(one.subject().key()));
                    return new AskedStandby(
                            facility.value(),
                            facilities.get(facility).name(),
                            names.getOrDefault(StaffId.of(one.by()), ""),
                            one.at(),
                            one.why(),
                            one.by().equals(by.actor()));
                })
                .toList();
    }

    private List<StandbyLine> lines() {
        return orders.all().stream()
                .map(order -> new StandbyLine(
                        facilities.get(order.facility()).name(),
                        order,
                        copies.newest(order.facility()).orElse(null)))
                .toList();
    }

    @PostMapping("/office/standby/{id}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable long id, Requester by) {
        return to(OFFICE, orders.agree(new FacilityId(id), by));
    }

    @PostMapping("/office/standby/{id}/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable long id, Requester by) {
        return to(OFFICE, orders.refuse(new FacilityId(id), by));
    }

    @PostMapping("/office/standby/{id}/end")
    @Rule(Right.OPERATE)
    ResponseEntity<String> endOf(@PathVariable long id, Requester by) {
        return to(OFFICE, orders.end(new FacilityId(id), by));
    }

    private static ResponseEntity<String> to(String page, OrderResult result) {
        return Pages.seeOther(page
                + switch (result) {
                    case ASKED -> "?done=asked";
                    case AGREED -> "?done=agreed";
                    case REFUSED -> "?done=refused";
                    case ENDED -> "?done=ended";
                    case SAME_PERSON -> "?problem=second-person";
                    case NOTHING -> "?problem=gone";
                });
    }
}
