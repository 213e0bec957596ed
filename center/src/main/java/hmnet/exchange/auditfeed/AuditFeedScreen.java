package hmnet.exchange.auditfeed;

import hmnet.exchange.auditfeed.FeedMarks.FeedPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operators see of the feed (監査証跡の送出状況).
///
/// @param minutes after which a repository counts as late
/// @param done what was just done: `hastened`, `stopped`, `resumed`; or null
record AuditFeedScreen(
        List<RepositoryLine> lines, long minutes, @Nullable String done) {
    /// One repository.
    record RepositoryLine(FeedPosition state, String target, boolean late) {
        /// `stopped`, `late`, `failing` or `current`.
        String word() {
            if (state.stoppedAt() != null) {
                return "stopped";
            }
            return late ? "late" : state.trouble() == null ? "current" : "failing";
        }
    }

    /// Late for want of the repository.
    boolean anyLate() {
        return lines.stream().anyMatch(line -> line.word().equals("late"));
    }
}
