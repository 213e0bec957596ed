package hmnet.care.viewer;

import static hmnet.formats.model.code.RecordKind.ADMISSION;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.ground.design.Frame;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws up the hospital stays of a chart (入退院の組立).
@Component
class Admissions {
    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Admissions(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    AdmissionsScreen screen(Chart chart, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.ADMISSIONS, frame.m());
        var entries = chart.all(ADMISSION.mask(), Optional.empty(), CareSpan.all());
        return new AdmissionsScreen(
                shell,
                Stays.of(entries, shell.path(), chartFrames::name, frame.m()),
                entries.isEmpty() ? feedCoverage.of(chart, ADMISSION.mask(), frame.m()) : List.of());
    }
}
