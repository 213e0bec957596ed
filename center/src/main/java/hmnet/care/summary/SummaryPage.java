package hmnet.care.summary;

import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The state of things of one person (統合ビューア 概要): where a chart is entered.
@Controller
class SummaryPage {
    private final ChartPages chartPages;
    private final Summaries summaries;
    private final SummaryLooks looks;

    SummaryPage(ChartPages chartPages, Summaries summaries, SummaryLooks looks) {
        this.chartPages = chartPages;
        this.summaries = summaries;
        this.looks = looks;
    }

    @GetMapping("/people/{person}/summary")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = SummaryPlan.GENERAL) String field,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester, person, frame, ChartView.SUMMARY, chart -> summaries.screen(chart, requester, field, frame));
    }

    /// Says nothing of whether there is such a person.
    @PostMapping("/people/{person}/summary/read")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> read(@PathVariable PersonId person, Requester requester) {
        looks.read(requester, person);
        return Pages.seeOther("/people/" + person + "/summary");
    }
}
