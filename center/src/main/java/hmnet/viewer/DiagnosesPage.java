package hmnet.viewer;

import hmnet.design.Frame;
import hmnet.directory.Requester;
import hmnet.identity.PersonId;
import hmnet.records.ChartView;
import hmnet.routes.Right;
import hmnet.routes.Rule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The diagnoses of a person from all facilities (統合ビューア 病名).
@Controller
class DiagnosesPage {
    private final Disclosing disclosing;
    private final Diagnoses diagnoses;

    DiagnosesPage(Disclosing disclosing, Diagnoses diagnoses) {
        this.disclosing = disclosing;
        this.diagnoses = diagnoses;
    }

    @GetMapping("/people/{person}/diagnoses")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return disclosing.show(requester, person, frame, ChartView.DIAGNOSES, chart -> diagnoses.screen(chart, frame));
    }
}
