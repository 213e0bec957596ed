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
import hmnet.record.charts.ViewRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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
        var query = new SheetQuery(rangeQuery, "yes".equals(abnormal), requester.facility());
        return chartPages.show(
                requester, person, frame, ChartView.LABORATORY, chart -> laboratory.screen(chart, query, frame));
    }

    /// The same sheet as plain text, a view of its own in the audit log.
    @GetMapping("/people/{person}/laboratory/text")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> text(
            @PathVariable PersonId person,
            RangeQuery rangeQuery,
            @RequestParam(required = false) @Nullable String abnormal,
            Requester requester,
            Frame frame) {
        var query = new SheetQuery(rangeQuery, "yes".equals(abnormal), requester.facility());
        var asked = new ViewRequest(ChartView.LABORATORY_TEXT, Optional.empty());
        return chartPages.hand(
                requester,
                person,
                frame,
                asked,
                chart -> Optional.of(plain(laboratory.text(chart, query, requester, frame))));
    }

    private static ResponseEntity<byte[]> plain(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
