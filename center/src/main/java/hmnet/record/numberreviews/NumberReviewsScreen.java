package hmnet.record.numberreviews;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reviews of a desk (番号の本人確認の一覧), without names.
///
/// @param base where the pages of this desk begin
/// @param done the end of a message key, or null
/// @param waiting how many wait in all
/// @param more where the next page stands, or null
/// @param first where the first page stands, or null
record NumberReviewsScreen(
        String base,
        boolean closed,
        @Nullable String done,
        List<NumberReviewLine> lines,
        long waiting,
        @Nullable String more,
        @Nullable String first) {
    /// One number.
    ///
    /// @param decision its word, or null
    public record NumberReviewLine(
            long id,
            String facility,
            String number,
            int messages,
            OffsetDateTime openedAt,
            @Nullable String decision) {}
}
