package hmnet.office.membership;

import hmnet.ground.directory.StaffAccount;
import hmnet.ground.signin.SignInAccounts.UnusedSlip;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account (利用者の画面).
///
/// @param problem as in `membership.problem.…`, or null
/// @param done as in `membership.done.…`, or null
/// @param acts whether the reader may act on it
/// @param barrier why not, as in `membership.problem.…`; empty where they may
/// @param moves whether the reader may ask to move somebody
/// @param professions words of the professions that the reader may give
/// @param renewal what waits for a second person, or null
/// @param slip one that nobody has signed in with yet, or null
record MemberScreen(
        @Nullable String problem,
        @Nullable String done,
        String path,
        String facility,
        StaffAccount account,
        boolean acts,
        String barrier,
        boolean moves,
        List<String> professions,
        @Nullable AskedRenewal renewal,
        @Nullable UnusedSlip slip,
        List<MemberHistoryLine> history) {
    static final int WHY_MAX = 200;
    static final List<String> CHECKS = List.of("in-person", "identity-card", "call-back");

    /// A renewal that somebody asked for.
    ///
    /// @param checked as in `membership.checked.…`
    record AskedRenewal(String checked, String why, String by, OffsetDateTime at, boolean own) {}

    /// One thing that happened.
    ///
    /// @param what as in `membership.event.…`
    record MemberHistoryLine(OffsetDateTime at, String what, String detail, String why, String by) {}
}
