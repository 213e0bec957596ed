package hmnet.care.vitals;

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

/// The vital signs of a person from all facilities (統合ビューア バイタル).
@Controller
class VitalsPage {
    private final ChartPages chartPages;
    private final Vitals vitals;

    VitalsPage(ChartPages chartPages, Vitals vitals) {
        this.chartPages = chartPages;
        this.vitals = vitals;
    }

    @GetMapping("/people/{person}/vitals")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, RangeQuery rangeQuery, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.VITALS, chart -> vitals.screen(chart, rangeQuery, frame));
    }
}
