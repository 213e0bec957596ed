package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.LAB_SAFETY;

import hmnet.care.handbook.OwnResultsScreen.OwnResult;
import hmnet.care.handbook.OwnResultsScreen.ResultDay;
import hmnet.care.labsheet.LabSheets;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// The results of a resident's tests and check-ups, by the day they were taken (検査の結果).
@Controller
class OwnResultsPage {
    private static final long KINDS = LABORATORY.mask() | LAB_SAFETY.mask() | CHECKUP.mask();
    private static final int PAGE = 60;
    private static final String ADDRESS = "/my/results";

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final FeedCoverage coverage;

    OwnResultsPage(OwnChartPages pages, ChartFrames frames, FeedCoverage coverage) {
        this.pages = pages;
        this.frames = frames;
        this.coverage = coverage;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(RangeQuery query, ResidentCaller resident, Frame frame) {
        return pages.show(
                resident, ChartView.LABORATORY, "care/handbook/results", frame, chart -> screen(chart, query, frame));
    }

    private OwnResultsScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var page = chart.page(KINDS, Optional.empty(), query.span(), PAGE);
        var older = page.older()
                ? UriComponentsBuilder.fromPath(ADDRESS)
                        .queryParam(
                                "before", page.entries().getLast().occurredAt().toInstant())
                        .encode()
                        .toUriString()
                : null;
        return new OwnResultsScreen(
                days(LabValue.of(page.entries()), frame.m()),
                older,
                query.beforeAsked().isPresent() ? ADDRESS : null,
                coverage.of(chart, KINDS, frame.m()));
    }

    private List<ResultDay> days(List<LabValue> values, Messages m) {
        var days = new LinkedHashMap<ResultPlace, List<OwnResult>>();
        for (var value : values) {
            days.computeIfAbsent(
                            new ResultPlace(
                                    Timelines.day(value.entry()), value.entry().facility()),
                            place -> new ArrayList<>())
                    .add(result(value, m));
        }
        return days.entrySet().stream()
                .map(one -> new ResultDay(
                        one.getKey().day(), frames.name(one.getKey().facility()), one.getValue()))
                .toList();
    }

    private static OwnResult result(LabValue value, Messages m) {
        var item = value.item();
        return new OwnResult(
                item.name(),
                item.value(),
                LabUnits.shown(item.unit()),
                LabSheets.range(item),
                value.flag(),
                value.struck(),
                value.told(m));
    }

    private record ResultPlace(LocalDate day, FacilityId facility) {}
}
