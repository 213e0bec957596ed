package hmnet.care.vitals;

import static hmnet.formats.model.code.RecordKind.CARE;
import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.DOCUMENT;
import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.care.labsheet.LabValue;
import hmnet.care.timeline.Lines;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.vitals.VitalsScreen.CareNote;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up what was measured of a person (経過表の組立).
@Component
public class Vitals {
    public static final long KINDS = VITAL.mask() | CHECKUP.mask();

    private static final Period USUAL = Period.ONE_YEAR;
    private static final int ENTRIES = 400;
    private static final int CARED = 20;
    private static final int CARED_READ = 200;
    private static final String NURSING = "看護";

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final Origins origins;

    Vitals(ChartFrames chartFrames, FeedCoverage feedCoverage, Origins origins) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
        this.origins = origins;
    }

    VitalsScreen screen(Chart chart, RangeQuery query, Frame frame) {
        var m = frame.m();
        var shell = chartFrames.frame(chart, ChartTab.VITALS, m);
        var span = query.span(USUAL, chartFrames.today());
        var part = chart.page(KINDS, Optional.empty(), span, ENTRIES);
        var page = part.entries();
        boolean cut = part.older();
        var measured = VitalMeasurement.of(LabValue.of(page));
        var written = written(chart, cut ? new CareSpan(page.getLast().occurredAt(), span.until()) : span);
        var cared = written.stream().limit(CARED).toList();
        var address =
                shell.path(ChartTab.VITALS) + "?period=" + query.periodOr(USUAL).word();
        return new VitalsScreen(
                shell,
                query.periodOr(USUAL),
                new VitalLines(chartFrames::name, m).of(measured),
                axis(measured, query, cut),
                new VitalTables(chartFrames::name, VitalPaths.ofChart(shell.path()), m).of(measured),
                notes(chart, cared, shell, frame),
                written.size() > CARED,
                cut ? older(address, page) : null,
                query.beforeAsked().isPresent() ? address : null,
                measured.isEmpty() ? feedCoverage.of(chart, KINDS, m) : List.of());
    }

    /// What residents read of what was measured of them, at home and elsewhere.
    ///
    /// @param paths where they open a record
    public DrawnVitals drawn(List<ChartEntry> entries, VitalPaths paths, Messages m) {
        var measured = VitalMeasurement.of(LabValue.of(entries));
        return new DrawnVitals(
                new VitalLines(chartFrames::name, m).of(measured),
                VitalLines.axis(measured).orElse(null),
                new VitalTables(chartFrames::name, paths, m).of(measured));
    }

    /// Pictures and table of the same measurements (経過図と経過表).
    ///
    /// @param axis of all pictures; null where nothing was measured
    public record DrawnVitals(
            List<VitalLine> lines, @Nullable VitalAxis axis, VitalTable table) {}

    /// A unit as it is shown in pictures and tables.
    public static String shownUnit(String unit) {
        return VitalUnits.of(unit);
    }

    private static String older(String address, List<ChartEntry> page) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("before", page.getLast().occurredAt().toInstant())
                .encode()
                .toUriString();
    }

    /// A whole period runs from its first day until today; all there is, and a part of a period, from the first
    /// value to the last.
    private @Nullable VitalAxis axis(List<VitalMeasurement> measured, RangeQuery query, boolean cut) {
        var from = query.periodOr(USUAL).from(chartFrames.today());
        return VitalLines.axis(measured)
                .map(axis -> cut || from.isEmpty() || query.beforeAsked().isPresent()
                        ? axis
                        : new VitalAxis(RangeQuery.since(from.get()).from(), chartFrames.now()))
                .orElse(null);
    }

    /// Records of care, and documents that name nursing.
    private static List<ChartEntry> written(Chart chart, CareSpan span) {
        return chart.entries(CARE.mask() | DOCUMENT.mask(), Optional.empty(), span, CARED_READ).stream()
                .filter(entry -> entry.kind() == RecordKind.CARE || isNursing(entry))
                .toList();
    }

    private static boolean isNursing(ChartEntry entry) {
        return entry.title().contains(NURSING)
                || entry.extract().read() instanceof DocumentExtract paper
                        && paper.type().contains(NURSING);
    }

    private List<CareNote> notes(Chart chart, List<ChartEntry> cared, ChartFrame shell, Frame frame) {
        var lines = new Lines(shell.path(), origins.of(chart, cared), chartFrames::name, frame.m());
        return lines.of(cared).stream()
                .map(line -> new CareNote(line.facility(), line))
                .toList();
    }
}
