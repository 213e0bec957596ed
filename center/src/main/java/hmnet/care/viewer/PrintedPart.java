package hmnet.care.viewer;

import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;

/// A view of a chart that can stand in a print (印刷できる画面): a module brings one as a component, and `care.printing` finds
/// it.
public interface PrintedPart {
    /// The view that shows the same on screen; its template draws it.
    ChartView view();

    /// Its word in the form and in the texts.
    String word();

    /// What the template draws, made while the chart is open.
    Object screen(Chart chart, Requester requester, Frame frame);
}
