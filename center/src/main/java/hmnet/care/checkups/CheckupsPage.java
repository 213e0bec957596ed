package hmnet.care.checkups;

import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.RangeQuery;
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

/// The check-ups of a person from all facilities (統合ビューア 健診).
@Controller
class CheckupsPage {
    private final ChartPages chartPages;
    private final Checkups checkups;

    CheckupsPage(ChartPages chartPages, Checkups checkups) {
        this.chartPages = chartPages;
        this.checkups = checkups;
    }

    @GetMapping("/people/{person}/checkups")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, RangeQuery rangeQuery, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.CHECKUPS, chart -> checkups.screen(chart, rangeQuery, frame));
    }
}
