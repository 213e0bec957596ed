package hmnet.ground.witnesses;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Which witnesses watch the log, how far each came, and what checks of it said (監査証跡の立会い). Nothing of a person is
/// shown.
@Controller
class WitnessesPage {
    static final String PATH = "/office/witnesses";
    private static final int REPORTS_MAX = 20;

    private final WitnessSightings sightings;
    private final LogVerifications verifications;
    private final Checkpoints checkpoints;
    private final AuditSettings settings;
    private final Pages pages;

    WitnessesPage(
            WitnessSightings sightings,
            LogVerifications verifications,
            Checkpoints checkpoints,
            AuditSettings settings,
            Pages pages) {
        this.sightings = sightings;
        this.verifications = verifications;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.witnesses", icon = "lock", group = MenuGroup.NETWORK, order = 57)
    ResponseEntity<String> show(Frame frame) {
        var screen = new WitnessesScreen(
                sightings.all(),
                verifications.newest(REPORTS_MAX),
                checkpoints.size(),
                checkpoints.verifier(),
                settings.witnessSilentMinutes());
        return Pages.answer(HttpStatus.OK, pages.render("ground/witnesses/witnesses", frame, Map.of("page", screen)));
    }
}
