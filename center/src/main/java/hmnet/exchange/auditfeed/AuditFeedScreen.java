package hmnet.exchange.auditfeed;

import hmnet.exchange.auditfeed.FeedMarks.FeedState;
import java.util.List;

/// What the operators see of the feed (監査証跡の送出状況).
///
/// @param minutes after which a repository counts as late
/// @param hastened whether a try was just asked for
record AuditFeedScreen(List<FeedLine> lines, long minutes, boolean hastened) {
    /// One repository.
    record FeedLine(FeedState state, String target, boolean late) {
        /// `late`, `failing` or `current`.
        String word() {
            return late ? "late" : state.trouble() == null ? "current" : "failing";
        }
    }

    boolean anyLate() {
        return lines.stream().anyMatch(FeedLine::late);
    }
}
