package hmnet.care.lifebox;

import hmnet.record.forms.DifferentAnswer;
import hmnet.record.forms.ShownSheet;
import hmnet.record.forms.ShownSheet.ShownProblem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A life box that a resident is writing (命の宝箱の記入画面).
///
/// @param version as the form names it when it is saved
/// @param unsigned why it cannot be signed as it is, as in `lifebox.halt.…`, or null
/// @param over what stands instead of what the writer began from, or null
/// @param meanwhile what stands differently since somebody saved at another place
public record OwnFillScreen(
        UUID id,
        int version,
        OffsetDateTime savedAt,
        ShownSheet sheet,
        List<ShownProblem> problems,
        @Nullable String unsigned,
        @Nullable UUID over,
        List<DifferentAnswer> meanwhile) {
    public String path() {
        return OwnLifeboxFillPage.ADDRESS + id;
    }

    public boolean isLast() {
        return sheet.step() == sheet.steps().size() - 1;
    }
}
