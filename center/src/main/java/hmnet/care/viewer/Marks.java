package hmnet.care.viewer;

import hmnet.care.viewer.Mark.MarkKind;
import hmnet.formats.model.code.Label;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.List;

/// The words of caution an entry carries (印の付け方).
public final class Marks {
    private Marks() {}

    public static List<Mark> of(ChartEntry entry) {
        var marks = new ArrayList<Mark>();
        if (entry.labels().contains(Label.UNINFORMED)) {
            marks.add(new Mark(MarkKind.UNTOLD, Timelines.day(entry)));
        }
        if (entry.labels().stream().anyMatch(label -> label != Label.UNINFORMED)) {
            marks.add(Mark.of(MarkKind.RESTRICTED));
        }
        if (entry.preliminary()) {
            marks.add(Mark.of(MarkKind.PRELIMINARY));
        }
        if (entry.correction()) {
            marks.add(Mark.of(MarkKind.CORRECTED));
        }
        return marks;
    }
}
