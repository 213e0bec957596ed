package hmnet.care.medicines;

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

/// The medicines of a person from all facilities (統合ビューア 薬).
@Controller
class MedicinesPage {
    private final ChartPages chartPages;
    private final Medicines medicines;

    MedicinesPage(ChartPages chartPages, Medicines medicines) {
        this.chartPages = chartPages;
        this.medicines = medicines;
    }

    @GetMapping("/people/{person}/medicines")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, RangeQuery rangeQuery, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.MEDICINES, chart -> medicines.screen(chart, rangeQuery, frame));
    }
}
