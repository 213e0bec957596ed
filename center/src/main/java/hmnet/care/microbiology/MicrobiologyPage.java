package hmnet.care.microbiology;

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

/// The cultures of a person from all facilities (統合ビューア 微生物).
@Controller
class MicrobiologyPage {
    private final ChartPages chartPages;
    private final Microbiology microbiology;

    MicrobiologyPage(ChartPages chartPages, Microbiology microbiology) {
        this.chartPages = chartPages;
        this.microbiology = microbiology;
    }

    @GetMapping("/people/{person}/laboratory/microbiology")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, RangeQuery rangeQuery, Requester requester, Frame frame) {
        return chartPages.show(
                requester,
                person,
                frame,
                ChartView.MICROBIOLOGY,
                chart -> microbiology.screen(chart, rangeQuery, frame));
    }
}
