package hmnet.office.reviewdesk;

import hmnet.people.matching.Evidence;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two charts side by side (確認する組の画面).
///
/// @param told what the last act came to, or null
/// @param last the question that act was about, when it can be taken back
/// @param query what the queue is narrowed to, for the forms
/// @param asOf what is on the screen: a decision counts for this alone
/// @param onSame what "the same" would do, as in `linking.on-same.…`
/// @param onDifferent what "different" would do, as in `linking.on-different.…`
/// @param undoTakesTwo whether the decision took two, and so does taking it back
/// @param secondFor why "the same" or "different" needs a second person, as in `linking.second.…`
/// @param proposal what waits for a second person, or null
/// @param before what was proposed earlier and came to nothing
public record PairScreen(
        @Nullable String told,
        @Nullable Long last,
        String query,
        long id,
        String kind,
        String state,
        boolean waits,
        long days,
        int likely,
        String asOf,
        List<Compared> lines,
        List<Evidence> evidence,
        Party one,
        Party other,
        String onSame,
        String onDifferent,
        boolean undoTakesTwo,
        List<String> secondFor,
        @Nullable Proposed proposal,
        List<Proposed> before,
        @Nullable String next,
        @Nullable String previous) {
    /// One side.
    ///
    /// @param person the address of the links of whom it belongs to, or null
    /// @param charts all charts of that person; empty where it belongs to nobody
    public record Party(Chart chart, @Nullable String person, List<Chart> charts) {}

    /// One chart.
    ///
    /// @param facility its name; null for the office's record
    /// @param source desk, review or matcher; empty where it belongs to nobody
    public record Chart(
            @Nullable String facility,
            String number,
            String name,
            @Nullable OffsetDateTime since,
            String source) {}

    /// What somebody proposed.
    ///
    /// @param second who said otherwise, or null
    public record Proposed(
            String who,
            String decision,
            OffsetDateTime at,
            String state,
            @Nullable String second,
            boolean own) {}
}
