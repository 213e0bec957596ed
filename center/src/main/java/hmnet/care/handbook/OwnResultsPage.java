package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.LAB_SAFETY;

import hmnet.care.labsheet.ResultDays;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The results of a resident's tests and check-ups, by the day they were taken (検査の結果).
@Controller
class OwnResultsPage {
    private static final long KINDS = LABORATORY.mask() | LAB_SAFETY.mask() | CHECKUP.mask();
    private static final int PAGE = 60;
    private static final String ADDRESS = "/my/results";

    private final OwnChartPages pages;
    private final ChartFrames frames;

    OwnResultsPage(OwnChartPages pages, ChartFrames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(RangeQuery query, ResidentCaller resident, Frame frame) {
        return pages.show(
                resident, ChartView.LABORATORY, "care/handbook/results", frame, chart -> screen(chart, query, frame));
    }

    private OwnResultsScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var page = chart.page(KINDS, Optional.empty(), query.span(), PAGE);
        return new OwnResultsScreen(
                ResultDays.of(page.entries(), frames::name, frame.m()),
                OwnChartPages.older(ADDRESS, page),
                query.beforeAsked().isPresent() ? ADDRESS : null,
                pages.sources(chart, KINDS, frame.m()));
    }
}
