package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrame;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sheets of a chart (カルテの帳票の一覧).
///
/// @param draftDays days after its last change until a draft is deleted
/// @param more whether older ones are not in the list
/// @param barred why the reader fills in none, as in `chartforms.barred.…`, or null
/// @param told what was done, as in `chartforms.told.…`, or null
/// @param problem why it was not done, as in `chartforms.problem.…`, or null
record FormsScreen(
        ChartFrame chart,
        List<OfferedLine> offered,
        List<DraftLine> drafts,
        int draftDays,
        List<SignedLine> signed,
        boolean more,
        @Nullable String barred,
        @Nullable String told,
        @Nullable String problem) {
    /// A sheet that can be filled in (選べる帳票).
    record OfferedLine(long id, String title, String description, String version) {}

    /// One that is being filled in (下書き).
    record DraftLine(String id, String title, OffsetDateTime changedAt, boolean amends) {}

    /// One that was signed (署名済み).
    record SignedLine(String id, String title, OffsetDateTime at, String facility, String author) {}
}
