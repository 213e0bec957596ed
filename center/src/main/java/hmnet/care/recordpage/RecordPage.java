package hmnet.care.recordpage;

import hmnet.care.timeline.Orders;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.subjectrequests.SubjectRequests;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Explanations;
import hmnet.record.charts.Originals;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One record whole (統合ビューア 記録の詳細).
@Controller
class RecordPage {
    private final ChartPages chartPages;
    private final WholeRecord wholeRecord;
    private final Originals originals;
    private final Explanations explanations;
    private final Orders orders;
    private final SubjectRequests requests;

    RecordPage(
            ChartPages chartPages,
            WholeRecord wholeRecord,
            Originals originals,
            Explanations explanations,
            Orders orders,
            SubjectRequests requests) {
        this.chartPages = chartPages;
        this.wholeRecord = wholeRecord;
        this.originals = originals;
        this.explanations = explanations;
        this.orders = orders;
        this.requests = requests;
    }

    @GetMapping("/people/{person}/records/{id}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.find(
                requester,
                person,
                frame,
                ChartView.RECORD.of(id).along(chart -> orders.restOf(chart, id)),
                chart -> wholeRecord.screen(chart, id, requester, frame));
    }

    /// The original it was cut from, or why that is kept back.
    @GetMapping("/people/{person}/records/{id}/original")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> original(
            @PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.find(
                requester,
                person,
                frame,
                ChartView.ORIGINAL.of(id),
                chart -> chart.document(id)
                        .flatMap(document -> originals
                                .look(chart, id, requester)
                                .map(look -> wholeRecord.screen(chart, document.entry(), look, frame))));
    }

    /// A doctor of the sending facility says that it was explained to the patient, or takes that back.
    @PostMapping("/people/{person}/records/{id}/explanation")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> explain(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean told,
            Requester requester,
            Frame frame) {
        return chartPages.hand(
                requester,
                person,
                frame,
                ChartView.RECORD.of(id),
                chart -> told != null && explanations.mark(requester, chart, id, told)
                        ? Optional.of(ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .header(HttpHeaders.LOCATION, "/people/" + person + "/records/" + id)
                                .<byte[]>build())
                        : Optional.empty());
    }

    /// The desk of the sending facility names the record that the person asks to put right, or takes the mark off
    /// again.
    @PostMapping("/people/{person}/records/{id}/request")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> dispute(
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID request,
            @RequestParam(defaultValue = "false") boolean off,
            Requester requester,
            Frame frame) {
        return chartPages.hand(
                requester,
                person,
                frame,
                ChartView.RECORD.of(id),
                chart -> chart.document(id)
                        .filter(document -> request != null
                                && requester.may(Right.REQUESTS)
                                && (off
                                        ? requests.unmark(request, id, requester)
                                        : requests.mark(
                                                request,
                                                chart.person().id(),
                                                id,
                                                document.entry().facility(),
                                                requester)))
                        .map(document -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .header(HttpHeaders.LOCATION, "/people/" + person + "/records/" + id)
                                .<byte[]>build()));
    }
}
