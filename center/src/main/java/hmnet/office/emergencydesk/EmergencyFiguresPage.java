package hmnet.office.emergencydesk;

import hmnet.consent.emergency.EmergencyTimings;
import hmnet.consent.emergency.MistakenOpenings;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.emergencydesk.EmergencyFiguresScreen.MistakeLine;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How long crews wait for what they need, and how often they open the wrong person (事務局: 救急の閲覧の集計).
@Controller
class EmergencyFiguresPage {
    private static final int DAYS = 90;

    private final EmergencyTimings timings;
    private final MistakenOpenings mistakes;
    private final Facilities facilities;
    private final Pages pages;

    EmergencyFiguresPage(EmergencyTimings timings, MistakenOpenings mistakes, Facilities facilities, Pages pages) {
        this.timings = timings;
        this.mistakes = mistakes;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping("/office/emergency/figures")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(Frame frame) {
        var lines = mistakes.counts(DAYS).stream()
                .map(one -> new MistakeLine(
                        facilities.get(one.facility()).name(),
                        one.openings(),
                        one.mistaken(),
                        Math.round(1000.0 * one.mistaken() / one.openings())))
                .toList();
        var screen = new EmergencyFiguresScreen(DAYS, timings.figures(DAYS), lines);
        return Pages.answer(HttpStatus.OK, pages.render("office/emergencydesk/figures", frame, Map.of("page", screen)));
    }
}
