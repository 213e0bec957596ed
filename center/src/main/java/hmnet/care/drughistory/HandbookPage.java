package hmnet.care.drughistory;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.ViewRequest;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Hands the medicines taken now to a medicine handbook (お薬手帳への出力): codes to print, and a file. Each is a view of its
/// own in the audit log.
@Controller
class HandbookPage {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final MediaType CSV = new MediaType("text", "csv", Charset.forName("Shift_JIS"));

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final HandbookDrugs handbookDrugs;
    private final Clock clock;

    HandbookPage(ChartPages chartPages, ChartFrames chartFrames, HandbookDrugs handbookDrugs, Clock clock) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.handbookDrugs = handbookDrugs;
        this.clock = clock;
    }

    @GetMapping("/people/{person}/medicines/handbook")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> codes(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.show(requester, person, frame, ChartView.HANDBOOK, chart -> screen(chart, frame));
    }

    @GetMapping("/people/{person}/medicines/handbook/file")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> file(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.hand(
                requester,
                person,
                frame,
                new ViewRequest(ChartView.HANDBOOK_FILE, Optional.empty()),
                chart -> Optional.of(file(person, handbook(chart))));
    }

    private HandbookScreen screen(Chart chart, Frame frame) {
        var handbook = handbook(chart);
        return new HandbookScreen(
                chartFrames.frame(chart, ChartTab.MEDICINES, frame.m()),
                chartFrames.today(),
                handbook.drugs(),
                handbook.left(),
                handbook.notes(),
                handbook.isEmpty()
                        ? List.of()
                        : handbook.codes(ID.format(LocalDateTime.ofInstant(clock.instant(), ChartFrames.JAPAN))));
    }

    private Handbook handbook(Chart chart) {
        var read = handbookDrugs.of(chart);
        return Handbook.of(chart.person(), read.medicines(), read.lost());
    }

    /// Where there is nothing to hand out the page says why.
    private static ResponseEntity<byte[]> file(PersonId person, Handbook handbook) {
        if (handbook.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/people/" + person + "/medicines/handbook"))
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("handbook.csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(handbook.file());
    }
}
