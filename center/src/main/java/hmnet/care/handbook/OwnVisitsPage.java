package hmnet.care.handbook;

import hmnet.care.timeline.Lines;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// When a resident was where, and what was done (受診の記録), the newest first.
@Controller
class OwnVisitsPage {
    private static final long KINDS = Arrays.stream(RecordKind.values())
            .filter(kind -> kind != RecordKind.PROFILE)
            .mapToLong(RecordKind::mask)
            .reduce(0, (some, kind) -> some | kind);

    private static final int PAGE = 60;
    private static final String ADDRESS = "/my/visits";

    private final OwnChartPages pages;
    private final ChartFrames frames;

    OwnVisitsPage(OwnChartPages pages, ChartFrames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(RangeQuery query, ResidentCaller resident, Frame frame) {
        return pages.show(
                resident, ChartView.TIMELINE, "care/handbook/visits", frame, chart -> screen(chart, query, frame));
    }

    private OwnVisitsScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var page = chart.page(KINDS, Optional.empty(), query.span(), PAGE);
        return new OwnVisitsScreen(
                OwnVisitsScreen.days(new Lines("", Map.of(), frames::name, frame.m()).of(page.entries())),
                OwnChartPages.older(ADDRESS, page),
                query.beforeAsked().isPresent() ? ADDRESS : null,
                pages.sources(chart, KINDS, frame.m()));
    }
}
