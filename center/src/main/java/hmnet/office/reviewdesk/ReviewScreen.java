package hmnet.office.reviewdesk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue of the review desk (名寄せ確認の一覧).
///
/// @param told what the last act came to, or null
/// @param last the question the last act was about, when it can be taken back
/// @param kind and `facility`: what the list is narrowed to, empty for all
/// @param tab waiting, second or decided
/// @param undoing decisions that one person has taken back and a second one has to, whatever the list is narrowed to
/// @param older the address of the next page, or null
record ReviewScreen(
        @Nullable String told,
        @Nullable Long last,
        String tab,
        String kind,
        String facility,
        List<String> kinds,
        List<ReviewFacility> facilities,
        long count,
        long seconds,
        List<ReviewLine> lines,
        List<DecidedReviewLine> undoing,
        List<DecidedReviewLine> decided,
        @Nullable String older,
        boolean first) {
    /// A facility to narrow the list to.
    public record ReviewFacility(String value, String name) {}

    /// One question.
    ///
    /// @param path of the pair
    /// @param days how long it has waited
    /// @param proposer who proposed what, or null
    public record ReviewLine(
            String path,
            long id,
            String kind,
            int likely,
            boolean later,
            long days,
            String one,
            String other,
            @Nullable String proposer,
            boolean own) {}

    /// A decision that can be taken back.
    ///
    /// @param undoer who has taken it back, for a second person to do so too; or null
    /// @param own whether that is the reader
    public record DecidedReviewLine(
            long id,
            String kind,
            boolean same,
            OffsetDateTime at,
            String by,
            @Nullable String undoer,
            boolean own) {}
}
