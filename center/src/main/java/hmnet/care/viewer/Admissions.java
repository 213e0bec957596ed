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
    private static final int MOST = 400;

    private final ChartFrames banners;
    private final FeedCoverage receipts;

    Admissions(ChartFrames banners, FeedCoverage receipts) {
        this.banners = banners;
        this.receipts = receipts;
    }

    AdmissionsScreen screen(Chart chart, Frame frame) {
        var shell = banners.frame(chart, ChartTab.ADMISSIONS, frame.m());
        var entries = chart.entries(ADMISSION.mask(), Optional.empty(), CareSpan.all(), MOST);
        return new AdmissionsScreen(
                shell,
                Stays.of(entries, shell.path(), banners::name, frame.m()),
                entries.isEmpty() ? receipts.of(chart, ADMISSION.mask()) : List.of());
    }
}
