package hmnet.care.recordpage;

import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One record whole (統合ビューア 記録の詳細).
@Controller
class RecordPage {
    private final ChartPages chartPages;
    private final WholeRecord wholeRecord;

    RecordPage(ChartPages chartPages, WholeRecord wholeRecord) {
        this.chartPages = chartPages;
        this.wholeRecord = wholeRecord;
    }

    @GetMapping("/people/{person}/records/{id}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.find(
                requester, person, frame, ChartView.RECORD.of(id), chart -> wholeRecord.screen(chart, id, frame));
    }
}
