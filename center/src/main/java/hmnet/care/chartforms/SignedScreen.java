package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrame;
import hmnet.formats.model.extract.DocumentExtract.SectionItem;
import hmnet.record.forms.ShownSheet;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signed sheet as it is read and printed (署名済みの帳票).
///
/// @param sheet under its own version, or null where the centre does not know that version
/// @param words what was answered in words, where the version is not known
/// @param amendable whether the reader may amend it
/// @param before earlier versions, the newest first
record SignedScreen(
        ChartFrame chart,
        String id,
        String title,
        String version,
        OffsetDateTime at,
        String facility,
        String author,
        boolean amended,
        @Nullable ShownSheet sheet,
        List<SectionItem> words,
        boolean amendable,
        List<EarlierVersion> before) {
    /// What an earlier version said (以前の版).
    record EarlierVersion(OffsetDateTime at, String author, List<SectionItem> words) {}

    String path() {
        return chart.path() + "/forms/" + id;
    }
}
