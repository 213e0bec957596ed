package hmnet.office.membership;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffAccount;
import hmnet.ground.routes.Right;
import java.util.Set;

/// Whose account somebody may act on (手続きできる範囲): a desk on those of its facility, an operator on all, nobody on
/// their own. The rule alone.
final class MemberScope {
    private static final Set<Right> OF_THE_OFFICE = Set.of(Right.OFFICE, Right.OPERATE, Right.ISSUE);

    private MemberScope() {}

    static boolean sees(Requester by, FacilityId facility) {
        return by.may(Right.OPERATE) || by.may(Right.MEMBERS) && by.facility().equals(facility);
    }

    /// Why not; `DONE` where nothing is in the way.
    static MemberAnswer barrier(Requester by, StaffAccount account) {
        if (!sees(by, account.facility())) {
            return MemberAnswer.UNKNOWN;
        }
        if (account.id().equals(by.staff())) {
            return MemberAnswer.OWN;
        }
        if (account.left()) {
            return MemberAnswer.GONE;
        }
        return isOffices(account.profession()) && !by.may(Right.OPERATE) ? MemberAnswer.OFFICE_ONLY : MemberAnswer.DONE;
    }

    static boolean isOffices(Profession profession) {
        return profession.rights().stream().anyMatch(OF_THE_OFFICE::contains);
    }
}
