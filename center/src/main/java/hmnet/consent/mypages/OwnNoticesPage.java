package hmnet.consent.mypages;

import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.consent.residentnotices.ResidentNotices.ResidentNotice;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident is told (お知らせ), the newest first.
@Controller
class OwnNoticesPage {
    private static final String ADDRESS = "/my/notices";
    private static final int PAGE = 50;

    private final ResidentNotices notices;
    private final Facilities facilities;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnNoticesPage(ResidentNotices notices, Facilities facilities, OwnWhoses whoses, Pages pages) {
        this.notices = notices;
        this.facilities = facilities;
        this.whoses = whoses;
        this.pages = pages;
    }

    /// The list (お知らせの一覧).
    ///
    /// @param last the newest of them, up to which the person can say that they read all; 0 for nothing to say
    /// @param older the number before which the next page begins; 0 for none
    record OwnNoticesScreen(List<OwnNoticeLine> lines, long last, long older, boolean done) {}

    /// One of them.
    ///
    /// @param kind as in `my.notices.kind.…`
    /// @param facility its name, or null
    record OwnNoticeLine(String kind, @Nullable String facility, OffsetDateTime at, boolean unread) {}

    @Rule(Right.SUBJECT_SEES)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "") String told,
            ResidentCaller resident,
            Frame frame) {
        var found = notices.shown(resident, before > 0 ? before : Long.MAX_VALUE, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var marks = resident.representation() == null && shown.stream().anyMatch(one -> one.seenAt() == null);
        var screen = new OwnNoticesScreen(
                shown.stream().map(this::line).toList(),
                marks ? shown.getFirst().id() : 0,
                found.size() > PAGE ? shown.getLast().id() : 0,
                told.equals("seen"));
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "consent/mypages/notices",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }

    private OwnNoticeLine line(ResidentNotice notice) {
        var facility = notice.facility();
        return new OwnNoticeLine(
                notice.kind().word(),
                facility == null ? null : facilities.get(facility).name(),
                notice.at(),
                notice.seenAt() == null);
    }

    /// All up to the newest that was shown are read.
    @Rule(Right.SUBJECT_SEES)
    @PostMapping("/my/notices/seen")
    ResponseEntity<String> seen(@RequestParam(defaultValue = "0") long last, ResidentCaller resident) {
        notices.seen(resident, last);
        return Pages.seeOther(ADDRESS + "?told=seen");
    }
}
