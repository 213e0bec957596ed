package hmnet.record.corrections;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// For the sender, who was shown what it corrected (訂正・取消前の表示先); for those who were, the button that
/// confirms it.
@Controller
class CorrectionsPage {
    private final CorrectionViewers shown;
    private final Corrections corrections;
    private final Pages pages;

    CorrectionsPage(CorrectionViewers shown, Corrections corrections, Pages pages) {
        this.shown = shown;
        this.corrections = corrections;
        this.pages = pages;
    }

    @GetMapping("/corrections")
    @Rule(Right.DESK)
    @MenuPlace(text = "menu.corrections", icon = "warn", group = MenuGroup.CARE, order = 70)
    ResponseEntity<String> show(Requester requester, Frame frame) {
        var screen = shown.to(requester);
        return Pages.answer(
                HttpStatus.OK, pages.render("record/corrections/corrections", frame, Map.of("page", screen)));
    }

    @PostMapping("/corrections/confirmation")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> confirm(@RequestParam(defaultValue = "") List<Long> notice, Requester requester) {
        corrections.seen(requester, notice);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/")
                .build();
    }
}
