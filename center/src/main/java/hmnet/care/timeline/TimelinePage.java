package hmnet.care.timeline;

import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The time line of everything that was disclosed of a person (統合ビューア 時系列).
@Controller
class TimelinePage {
    private final ChartPages chartPages;
    private final Timeline timeline;

    TimelinePage(ChartPages chartPages, Timeline timeline) {
        this.chartPages = chartPages;
        this.timeline = timeline;
    }

    @GetMapping("/people/{person}/timeline")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, HttpServletRequest request, Requester requester, Frame frame) {
        var query = TimelineQuery.of(request);
        return chartPages.show(
                requester, person, frame, ChartView.TIMELINE, chart -> timeline.screen(chart, query, frame));
    }
}
