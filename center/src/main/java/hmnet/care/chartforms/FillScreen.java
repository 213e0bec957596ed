package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrame;
import hmnet.record.forms.DifferentAnswer;
import hmnet.record.forms.ShownSheet;
import hmnet.record.forms.ShownSheet.ShownProblem;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet that is being filled in (帳票の記入画面).
///
/// @param version as the form names it when it is saved
/// @param problems what keeps it from being signed
/// @param unsigned why it cannot be signed as it is, in words, or null
/// @param meanwhile what stands differently since somebody saved at another place; empty where nobody did
record FillScreen(
        ChartFrame chart,
        String id,
        int version,
        OffsetDateTime savedAt,
        ShownSheet sheet,
        List<ShownProblem> problems,
        @Nullable String unsigned,
        List<DifferentAnswer> meanwhile) {
    String path() {
        return chart.path() + "/forms/drafts/" + id;
    }

    boolean isLast() {
        return sheet.step() == sheet.steps().size() - 1;
    }
}
