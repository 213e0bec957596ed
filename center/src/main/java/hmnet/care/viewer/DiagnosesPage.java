package hmnet.care.viewer;

import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The diagnoses of a person from all facilities (統合ビューア 病名).
@Controller
class DiagnosesPage {
    private final ChartPages chartPages;
    private final Diagnoses diagnoses;

    DiagnosesPage(ChartPages chartPages, Diagnoses diagnoses) {
        this.chartPages = chartPages;
        this.diagnoses = diagnoses;
    }

    @GetMapping("/people/{person}/diagnoses")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.show(requester, person, frame, ChartView.DIAGNOSES, chart -> diagnoses.screen(chart, frame));
    }
}
