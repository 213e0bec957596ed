package hmnet.care.drughistory;

import hmnet.care.viewer.ChartPages;
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

/// The history of drugs, and injections by the clock (薬歴・注射の画面).
@Controller
class DrugHistoryPage {
    private final ChartPages chartPages;
    private final DrugHistories histories;
    private final Injections injections;

    DrugHistoryPage(ChartPages chartPages, DrugHistories histories, Injections injections) {
        this.chartPages = chartPages;
        this.histories = histories;
        this.injections = injections;
    }

    @GetMapping("/people/{person}/medicines/history")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> history(
            @PathVariable PersonId person, HistoryQuery query, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.DRUG_HISTORY, chart -> histories.screen(chart, query, frame));
    }

    @GetMapping("/people/{person}/medicines/injections")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> injections(
            @PathVariable PersonId person, HistoryQuery query, Requester requester, Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.INJECTIONS, chart -> injections.screen(chart, query, frame));
    }
}
