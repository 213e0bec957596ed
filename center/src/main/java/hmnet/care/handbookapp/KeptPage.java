package hmnet.care.handbookapp;

import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.Chart;
import java.util.List;

/// A page of residents that opens on their device without a network (圏外で開くページ). A page joins the copy by
/// implementing this; nothing else names it.
public interface KeptPage {
    /// The smaller, the further up among the pages of a copy.
    int order();

    /// The page as it is now, or several of its kind, or none. It is drawn from the chart that was opened for the copy
    /// and writes no event of its own: the copy is one event.
    List<DrawnPage> draw(Chart chart, ResidentCaller resident, Frame frame);
}
