package hmnet.care.labsheet;

import hmnet.care.labsheet.Laboratory.SheetQuery;
import hmnet.care.viewer.PrintedPart;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The sheet of results in a print (検査の表の印刷).
@Component
@Order(3)
class PrintedSheet implements PrintedPart {
    private static final RangeQuery USUAL = new RangeQuery(null, null);

    private final Laboratory laboratory;

    PrintedSheet(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    @Override
    public ChartView view() {
        return ChartView.LABORATORY;
    }

    @Override
    public String word() {
        return "laboratory";
    }

    @Override
    public Object screen(Chart chart, Requester requester, Frame frame) {
        return laboratory.screen(chart, new SheetQuery(USUAL, false, requester.facility()), frame);
    }
}
