package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.LAB_SAFETY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.handbook.OwnResultsScreen.OwnResult;
import hmnet.care.handbook.OwnResultsScreen.ResultDay;
import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabSheets;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
                days(page.entries(), frames::name, frame.m()),
                OwnChartPages.older(ADDRESS, page),
                query.beforeAsked().isPresent() ? ADDRESS : null,
                pages.sources(chart, KINDS, frame.m()));
    }

    static List<ResultDay> days(List<ChartEntry> entries, Function<FacilityId, String> name, Messages m) {
        var values = LabValue.of(entries).stream().collect(groupingBy(value -> ResultPlace.of(value.entry())));
        var days = entries.stream().collect(groupingBy(ResultPlace::of, LinkedHashMap::new, toList()));
        return days.entrySet().stream()
                .map(one -> new ResultDay(
                        one.getKey().day(),
                        name.apply(one.getKey().facility()),
                        values.getOrDefault(one.getKey(), List.of()).stream()
                                .map(value -> result(value, m))
                                .toList(),
                        one.getValue().stream()
                                .flatMap(entry -> LabValue.comments(entry).stream())
                                .distinct()
                                .toList()))
                .toList();
    }

    private static OwnResult result(LabValue value, Messages m) {
        var item = value.item();
        return new OwnResult(
                item.name(),
                item.specimen(),
                item.value(),
                LabUnits.shown(item.unit()),
                LabSheets.range(item),
                value.flag(),
                value.struck(),
                Stream.of(Stream.of(value.told(m)), LabFlag.unread(item).stream(), item.notes().stream())
                        .flatMap(words -> words)
                        .filter(words -> !words.isBlank())
                        .toList());
    }

    private record ResultPlace(LocalDate day, FacilityId facility) {
        static ResultPlace of(ChartEntry entry) {
            return new ResultPlace(Timelines.day(entry), entry.facility());
        }
    }
}
