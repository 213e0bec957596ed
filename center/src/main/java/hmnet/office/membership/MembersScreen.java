package hmnet.office.membership;

import hmnet.ground.directory.StaffAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of a facility (利用者の一覧の画面).
///
/// @param problem as in `membership.problem.…`, or null
/// @param choosable whether another facility can be chosen, by an operator
/// @param facility the name of the facility; empty where none was found
/// @param code its code
/// @param waiting whose renewal waits for a second person
/// @param arrivals who is to come, and waits for a second person
record MembersScreen(
        @Nullable String problem,
        @Nullable String done,
        boolean choosable,
        String facility,
        String code,
        List<MemberLine> people,
        List<MemberLine> waiting,
        List<ArrivalLine> arrivals) {
    /// One of them.
    record MemberLine(String path, StaffAccount account) {}

    /// Somebody who moves, as the new facility sees it.
    ///
    /// @param own whether the reader asked for it
    record ArrivalLine(
            String path,
            String name,
            String from,
            String to,
            String login,
            String profession,
            boolean desk,
            String why,
            String by,
            boolean own) {}
}
