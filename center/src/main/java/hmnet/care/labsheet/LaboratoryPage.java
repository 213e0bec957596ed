package hmnet.care.labsheet;

import hmnet.care.labsheet.Laboratory.SheetQuery;
import hmnet.care.viewer.ChartPages;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The laboratory results of a person from all facilities (統合ビューア 検査).
@Controller
class LaboratoryPage {
    private final ChartPages chartPages;
    private final Laboratory laboratory;

    LaboratoryPage(ChartPages chartPages, Laboratory laboratory) {
        this.chartPages = chartPages;
        this.laboratory = laboratory;
    }

    @GetMapping("/people/{person}/laboratory")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            RangeQuery rangeQuery,
            @RequestParam(required = false) @Nullable String abnormal,
            Requester requester,
            Frame frame) {
        var query = new SheetQuery(rangeQuery, abnormal != null, requester.facility());
        return chartPages.show(
                requester, person, frame, ChartView.LABORATORY, chart -> laboratory.screen(chart, query, frame));
    }
}
