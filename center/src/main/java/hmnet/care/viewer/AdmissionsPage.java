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

/// The hospital stays of a person (統合ビューア 入退院).
@Controller
class AdmissionsPage {
    private final ChartPages chartPages;
    private final Admissions admissions;

    AdmissionsPage(ChartPages chartPages, Admissions admissions) {
        this.chartPages = chartPages;
        this.admissions = admissions;
    }

    @GetMapping("/people/{person}/admissions")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.ADMISSIONS, chart -> admissions.screen(chart, frame));
    }
}
