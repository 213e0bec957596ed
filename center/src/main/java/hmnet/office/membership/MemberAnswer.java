package hmnet.office.membership;

/// How an act on somebody's account ended (利用者の手続きの結果).
enum MemberAnswer {
    DONE,
    /// No such account, or none that the one who acts looks after.
    UNKNOWN,
    /// Nobody ends or gives their own rights.
    OWN,
    /// Only an operator gives or takes what the office may do.
    OFFICE_ONLY,
    /// They are out already, or nothing waits any more.
    GONE,
    /// Something waits already.
    WAITS,
    /// Whoever asked cannot confirm.
    SECOND_PERSON,
    /// The sign-in name is somebody else's.
    LOGIN_TAKEN;

    /// As in `membership.problem.…`.
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
