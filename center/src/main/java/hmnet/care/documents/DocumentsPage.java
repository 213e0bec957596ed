package hmnet.care.documents;

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

/// The reports, summaries, letters and plans of a person from all facilities (統合ビューア 文書).
@Controller
class DocumentsPage {
    private final ChartPages chartPages;
    private final Documents documents;

    DocumentsPage(ChartPages chartPages, Documents documents) {
        this.chartPages = chartPages;
        this.documents = documents;
    }

    @GetMapping("/people/{person}/documents")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            RangeQuery range,
            @RequestParam(required = false) @Nullable String kind,
            Requester requester,
            Frame frame) {
        return chartPages.show(
                requester,
                person,
                frame,
                ChartView.DOCUMENTS,
                chart -> documents.screen(chart, range, PaperGroup.asked(kind), frame));
    }
}
