package hmnet.office.reviewdesk;

import hmnet.office.reviewdesk.JoinedScreen.Member;
import hmnet.office.reviewdesk.JoinedScreen.Opens;
import org.jspecify.annotations.Nullable;

/// Two persons before they are joined (結合する前の確認): what each alone and both together would open.
///
/// @param problem as in `linking.joined.problem.…`, or null
/// @param asOf what both were and opened, sent back with the decision
/// @param second whether a second person has to confirm
/// @param proposal what a first person proposed, or null
public record JoinScreen(
        @Nullable String problem,
        String path,
        String back,
        Member person,
        Member other,
        Opens together,
        String asOf,
        boolean second,
        @Nullable Proposed proposal) {
    /// @param own whether the reader proposed it
    public record Proposed(long id, String by, String why, boolean own) {}
}
