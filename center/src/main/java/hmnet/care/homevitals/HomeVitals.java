package hmnet.care.homevitals;

import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.care.homevitals.HomeVitalsScreen.WeekMeans;
import hmnet.care.labsheet.KeyResults;
import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Period;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.vitals.Vitals;
import hmnet.care.vitals.Vitals.DrawnVitals;
import hmnet.care.vitaltargets.DrawnTargets;
import hmnet.care.vitaltargets.VitalTarget;
import hmnet.care.vitaltargets.VitalTargets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts together what was measured at home, and what was found and taken in the same time (健康手帳ビューワの組立).
@Component
class HomeVitals {
    /// So many records are drawn: a morning and an evening of a year, and some.
    private static final int DRAWN = 1000;

    /// So many of four weeks are averaged.
    private static final int AVERAGED = 1000;

    private static final int RESULTS = 600;
    private static final List<Integer> WEEKS = List.of(2, 4);

    private final ChartFrames frames;
    private final FeedCoverage coverage;
    private final Vitals vitals;
    private final VitalTargets targets;

    HomeVitals(ChartFrames frames, FeedCoverage coverage, Vitals vitals, VitalTargets targets) {
        this.targets = targets;
        this.frames = frames;
        this.coverage = coverage;
        this.vitals = vitals;
    }

    HomeVitalsScreen screen(Chart chart, Period period, Frame frame) {
        var m = frame.m();
        var shell = frames.frame(chart, ChartTab.VITALS, m);
        var today = frames.today();
        var span = period.from(today).map(RangeQuery::since).orElse(CareSpan.all());
        var notebooks =
                ChartFrames.linked(chart).stream().filter(frames::isHandbook).toList();
        var measured = measured(chart, notebooks, span, DRAWN + 1);
        var aims = targets.standing(chart);
        var laboratory = chart.entries(KeyResults.KINDS, Optional.empty(), span, RESULTS + 1);
        var results = KeyResults.of(
                chart,
                laboratory.stream().limit(RESULTS).toList(),
                KeyResults.words(),
                new ResultReader(chart.requester().facility(), today, frames::name),
                m);
        return new HomeVitalsScreen(
                shell,
                period,
                !notebooks.isEmpty(),
                drawn(measured.stream().limit(DRAWN).toList(), aims, shell, m),
                aims,
                means(chart, notebooks),
                measured.size() > DRAWN,
                results,
                laboratory.size() > RESULTS,
                results.isEmpty() ? coverage.of(chart, KeyResults.KINDS, m) : List.of(),
                CurrentTable.of(CurrentDrugs.lastYear(chart, today), today, shell.path(), frames::name, m));
    }

    private DrawnVitals drawn(List<ChartEntry> measured, List<VitalTarget> aims, ChartFrame shell, Messages m) {
        var drawn = vitals.drawn(measured, entry -> shell.path() + "/records/" + entry.id(), m);
        var bounded = HomeBounds.drawn(drawn.lines(), m);
        return new DrawnVitals(new DrawnTargets(aims, m).on(bounded), drawn.axis(), drawn.table());
    }

    /// The newest of all notebooks of a person, who has one but where two were found to be one human.
    private static List<ChartEntry> measured(Chart chart, List<FacilityId> notebooks, CareSpan span, int most) {
        return notebooks.stream()
                .flatMap(notebook -> chart.entries(VITAL.mask(), Optional.of(notebook), span, most).stream())
                .sorted(Comparator.comparing(ChartEntry::occurredAt).reversed())
                .limit(most)
                .toList();
    }

    /// None where somebody measured so often that the days before are not read any more.
    private List<WeekMeans> means(Chart chart, List<FacilityId> notebooks) {
        var today = frames.today();
        var longest = today.minusWeeks(WEEKS.getLast()).plusDays(1);
        var entries = measured(chart, notebooks, RangeQuery.since(longest), AVERAGED + 1);
        if (entries.size() > AVERAGED) {
            return List.of();
        }
        var pressures = HomePressure.of(entries);
        return WEEKS.stream()
                .map(weeks -> new WeekMeans(
                        weeks,
                        PressureMean.of(pressures, today.minusWeeks(weeks).plusDays(1), today)))
                .toList();
    }
}
