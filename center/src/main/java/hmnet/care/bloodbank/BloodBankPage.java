package hmnet.care.bloodbank;

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

/// Blood groups, antibodies and cross-matches of a person from all facilities (統合ビューア 血液型・輸血).
@Controller
class BloodBankPage {
    private final ChartPages chartPages;
    private final BloodBank bloodBank;

    BloodBankPage(ChartPages chartPages, BloodBank bloodBank) {
        this.chartPages = chartPages;
        this.bloodBank = bloodBank;
    }

    @GetMapping("/people/{person}/laboratory/blood-bank")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, RangeQuery rangeQuery, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.BLOOD_BANK, chart -> bloodBank.screen(chart, rangeQuery, frame));
    }
}
