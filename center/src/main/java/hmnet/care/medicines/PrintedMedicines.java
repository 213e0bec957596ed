package hmnet.care.medicines;

import hmnet.care.viewer.PrintedPart;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The medicines in a print (薬の印刷).
@Component
@Order(2)
class PrintedMedicines implements PrintedPart {
    private static final RangeQuery USUAL = new RangeQuery(null, null);

    private final Medicines medicines;

    PrintedMedicines(Medicines medicines) {
        this.medicines = medicines;
    }

    @Override
    public ChartView view() {
        return ChartView.MEDICINES;
    }

    @Override
    public String word() {
        return "medicines";
    }

    @Override
    public Object screen(Chart chart, Requester requester, Frame frame) {
        return medicines.screen(chart, USUAL, frame);
    }
}
