package hmnet.care.timeline;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.REPORT;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.timeline.Line.LineValue;
import hmnet.care.timeline.Matrix.ClosedPart;
import hmnet.care.timeline.Matrix.FeedState;
import hmnet.care.timeline.TimelineScreen.FilterChoice;
import hmnet.care.timeline.TimelineScreen.TimelineFilter;
import hmnet.care.timeline.TimelineScreen.TimelineMatrix;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Mark.MarkKind;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Occurrences.Occurrence;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time line of an invented resident (時系列の見本).
public final class SampleTimeline {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HOSPITAL = "見本市民病院";
    private static final String COLLEGE = "架空医科大学附属病院 循環器・腎臓センター";
    private static final FacilityId ONE = new FacilityId(1);
    private static final FacilityId TWO = new FacilityId(2);
    private static final TimelineQuery QUERY = new TimelineQuery(null, null, null, null, null, null);

    private SampleTimeline() {}

    public static TimelineScreen screen(ChartFrame chart, List<FacilityCoverage> received) {
        var tests = line(
                chart,
                LABORATORY,
                "2026-11-20",
                HOSPITAL,
                "検査（血清・全血）24 項目",
                3,
                new LineValue("カリウム 5.3 mEq/L", LabFlag.HIGH, false),
                new LineValue("クレアチニン 1.10 mg/dL", LabFlag.HIGH, false),
                new LineValue("ヘモグロビン 10.8 g/dL", LabFlag.LOW, false),
                LineValue.of("ナトリウム 139 mEq/L"));
        var drugs = line(
                chart,
                PRESCRIPTION,
                "2026-11-20",
                HOSPITAL,
                "処方 6 剤 56 日分",
                0,
                new LineValue("フロセミド錠20mg 1回 1 錠（中止）", LabFlag.NONE, true),
                LineValue.of("ワルファリンK錠1mg 1回 2.5 錠"));
        var diagnosis = line(chart, DIAGNOSIS, "2026-11-05", COLLEGE, "肺腺癌の疑い", 0, LineValue.of("疑い、2026/11/05 から"));
        var stay = line(chart, ADMISSION, "2026-11-05", COLLEGE, "退院", 0, LineValue.of("2026/10/29–2026/11/05（8 日間）"));
        var report =
                line(chart, REPORT, "2026-10-23", HOSPITAL, "心エコー報告", 0, LineValue.of("LVEF 58 %、左房径 44 mm、中等度 MR"));
        return new TimelineScreen(
                chart,
                filter(null),
                matrix(chart.path() + "/timeline"),
                TimelineDays.of(List.of(tests, drugs, diagnosis, stay, report)),
                chart.path() + "/timeline?before=2026-10-23",
                null,
                received);
    }

    /// All its lines, for lists of other modules.
    public static List<Line> lines(ChartFrame chart) {
        return screen(chart, List.of()).days().stream()
                .flatMap(day -> day.facilities().stream())
                .flatMap(facility -> facility.lines().stream())
                .toList();
    }

    public static TimelineScreen empty(ChartFrame chart, List<FacilityCoverage> received) {
        var path = chart.path() + "/timeline";
        return new TimelineScreen(chart, filter("2026年9月"), matrix(path), List.of(), null, path, received);
    }

    private static Line line(
            ChartFrame chart,
            RecordKind kind,
            String day,
            String facility,
            String title,
            int abnormal,
            LineValue... values) {
        return new Line(
                CareEvent.of(kind),
                kind,
                chart.path() + "/records/r1",
                kind == LABORATORY ? List.of(chart.path() + "/records/r2") : List.of(),
                LocalDate.parse(day),
                facility,
                title,
                "循環器内科",
                null,
                kind == DIAGNOSIS
                        ? List.of(new Mark(MarkKind.UNTOLD, LocalDate.parse(day)))
                        : kind == LABORATORY ? List.of(Mark.of(MarkKind.PRELIMINARY)) : List.of(),
                List.of(values),
                kind == LABORATORY ? 20 : 0,
                abnormal,
                OffsetDateTime.parse(day + "T15:42:00+09:00"),
                kind == LABORATORY ? chart.path() + "/records/r1/original" : null);
    }

    private static TimelineFilter filter(@Nullable String column) {
        return new TimelineFilter(
                Arrays.stream(Zoom.values())
                        .map(zoom -> new FilterChoice(zoom.word(), zoom.word(), zoom == Zoom.DAY))
                        .toList(),
                List.of(new FilterChoice("1", HOSPITAL, false), new FilterChoice("2", COLLEGE, false)),
                List.of(new FilterChoice("DRUGS", "処方・調剤", false), new FilterChoice("TESTS", "検査結果", false)),
                null,
                column,
                column == null ? null : "/people/x/timeline");
    }

    private static TimelineMatrix matrix(String path) {
        var m = Messages.in(Language.JAPANESE);
        var matrix = new Matrix(QUERY, Window.of(Zoom.MONTH, null, TODAY), path, m);
        var sources = List.of(
                new FeedState(
                        ONE, HOSPITAL, LocalDate.of(2026, 2, 10), ClosedPart.OPEN, LocalDate.of(2026, 11, 10), true),
                new FeedState(TWO, COLLEGE, LocalDate.of(2020, 2, 10), ClosedPart.SOME, null, true),
                new FeedState(new FacilityId(3), "みどり谷試験病院", null, ClosedPart.STOPPED, null, true),
                new FeedState(new FacilityId(4), "例示薬局 本通店", null, ClosedPart.OPEN, null, false));
        var happened = Stream.of("2026-03-01", "2026-05-01", "2026-10-01", "2026-11-01")
                .flatMap(month -> Stream.of(
                        new Occurrence(ONE, PRESCRIPTION, LocalDate.parse(month), 4),
                        new Occurrence(ONE, LABORATORY, LocalDate.parse(month), 7),
                        new Occurrence(TWO, month.endsWith("10-01") ? ADMISSION : REPORT, LocalDate.parse(month), 1)))
                .toList();
        return new TimelineMatrix(
                "2025年12月–2026年11月",
                matrix.columns(TODAY),
                matrix.rows(sources, happened),
                path + "?until=2025-11-01",
                null,
                null,
                path + "?until=2020-12-01",
                "2020年2月");
    }
}
