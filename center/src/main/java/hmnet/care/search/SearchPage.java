package hmnet.care.search;

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
import org.springframework.web.bind.annotation.RequestParam;

/// Search inside the chart of a person (統合ビューア カルテ内検索).
@Controller
class SearchPage {
    private final ChartPages chartPages;
    private final ChartSearch chartSearch;

    SearchPage(ChartPages chartPages, ChartSearch chartSearch) {
        this.chartPages = chartPages;
        this.chartSearch = chartSearch;
    }

    /// @param q words, all of which are to be found
    @GetMapping("/people/{person}/search")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String q,
            RangeQuery range,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.SEARCH, chart -> chartSearch.screen(chart, q, range, frame));
    }
}
