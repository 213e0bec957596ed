package hmnet.care.timeline;

import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import org.springframework.beans.factory.BeanFactory;

/// The whole time line of an open chart, for tests that ask what it says (時系列の見本).
public final class DrawnTimeline {
    private DrawnTimeline() {}

    public static TimelineScreen of(BeanFactory beans, Chart chart, Frame frame) {
        return beans.getBean(Timeline.class).screen(chart, TimelineQuery.all(), frame);
    }
}
