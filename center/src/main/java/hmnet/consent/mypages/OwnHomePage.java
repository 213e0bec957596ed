package hmnet.consent.mypages;

import hmnet.consent.emergency.DisasterLooks;
import hmnet.consent.residentnotices.ResidentNotices;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import java.util.HashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a resident begins (わたしのページ).
@Controller
class OwnHomePage {
    private final ResidentNotices notices;
    private final OwnWhoses whoses;
    private final DisasterLooks disasterLooks;
    private final Pages pages;

    OwnHomePage(ResidentNotices notices, OwnWhoses whoses, DisasterLooks disasterLooks, Pages pages) {
        this.notices = notices;
        this.disasterLooks = disasterLooks;
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT)
    @GetMapping("/my")
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        whoses.looked(resident, "home");
        var model = new HashMap<String, Object>();
        model.put("whose", whoses.of(resident));
        if (resident.sees()) {
            model.put("unread", notices.unread(resident));
            disasterLooks.told(new PersonId(resident.person())).ifPresent(told -> model.put("told", told));
        }
        return Pages.answer(HttpStatus.OK, pages.render("consent/mypages/home", frame.ofResident(), model));
    }
}
