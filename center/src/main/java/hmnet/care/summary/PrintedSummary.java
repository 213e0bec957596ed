package hmnet.care.summary;

import hmnet.care.viewer.PrintedPart;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The summary in a print (概要の印刷).
@Component
@Order(1)
class PrintedSummary implements PrintedPart {
    private final Summaries summaries;

    PrintedSummary(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public ChartView view() {
        return ChartView.SUMMARY;
    }

    @Override
    public String word() {
        return "summary";
    }

    @Override
    public Object screen(Chart chart, Requester requester, Frame frame) {
        return summaries.screen(chart, requester, SummaryPlan.GENERAL, frame);
    }
}
