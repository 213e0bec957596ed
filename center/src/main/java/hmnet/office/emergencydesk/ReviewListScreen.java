package hmnet.office.emergencydesk;

import hmnet.consent.emergency.ReviewLoad;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The openings that wait for a review, and how much there is (救急の閲覧の審査の一覧).
///
/// @param yesterday the load of the last whole day
/// @param done `justified`, `not-justified` or `words`, what was just said; or null
public record ReviewListScreen(
        List<OpeningLine> due,
        List<OpeningLine> reviewed,
        ReviewLoad today,
        ReviewLoad yesterday,
        @Nullable String done) {
    /// An opening, without the person (閲覧の一行).
    ///
    /// @param door a word of `EmergencyDoor`
    /// @param reason the key of its words, or empty
    /// @param wordless whether words are owed, and for longer than they may be
    /// @param late whether the review itself is
    public record OpeningLine(
            long id,
            OffsetDateTime at,
            String facility,
            String profession,
            String door,
            String reason,
            boolean words,
            boolean wordless,
            boolean late) {}
}
