package hmnet.office.noticedesk;

import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A facility prints today's notice and says since when it hangs where its patients see it (院内掲示; S024).
@Controller
class PostedNoticePage {
    private static final String PATH = "/desk/notice";

    private final ConsentNotices notices;
    private final Pages pages;

    PostedNoticePage(ConsentNotices notices, Pages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.posted-notice", icon = "desk", group = MenuGroup.NETWORK, order = 61)
    ResponseEntity<String> show(Requester by, Frame frame) {
        return page(null, by, frame);
    }

    @PostMapping(PATH)
    @Rule(Right.DESK)
    ResponseEntity<String> post(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String version,
            Requester by,
            Frame frame) {
        var day = TypedForm.day(on).filter(one -> !one.isAfter(notices.today()));
        if (day.isEmpty()) {
            return page("on", by, frame);
        }
        if (version.equals(notices.current())) {
            notices.post(day.get(), by);
        }
        return Pages.seeOther(PATH);
    }

    private ResponseEntity<String> page(@Nullable String problem, Requester by, Frame frame) {
        var now = notices.inForce();
        var model = new HashMap<String, Object>();
        model.put("notice", now);
        model.put("posted", notices.posted(by.facility(), now.version()).orElse(null));
        model.put("facility", by.facilityName());
        model.put("today", notices.today());
        model.put("problem", problem);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/noticedesk/posted", frame, model));
    }
}
