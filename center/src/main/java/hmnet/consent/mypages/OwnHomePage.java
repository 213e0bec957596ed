package hmnet.consent.mypages;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a resident begins (わたしのページ).
@Controller
class OwnHomePage {
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnHomePage(OwnWhoses whoses, Pages pages) {
        this.whoses = whoses;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT)
    @GetMapping("/my")
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        whoses.looked(resident, "home");
        return Pages.answer(
                HttpStatus.OK,
                pages.render("consent/mypages/home", frame.ofResident(), Map.of("whose", whoses.of(resident))));
    }
}
