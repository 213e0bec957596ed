package hmnet.office.membership;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many renewals and moves wait for a second person (利用者の手続きの確認待ち).
@Component
class WaitingMemberCount implements WaitingWork {
    private final SignInRenewals renewals;
    private final Moves moves;

    WaitingMemberCount(SignInRenewals renewals, Moves moves) {
        this.renewals = renewals;
        this.moves = moves;
    }

    @Override
    public String path() {
        return "/staff";
    }

    @Override
    public long waiting(Requester by) {
        return (long) renewals.waiting(by).size() + moves.waiting(by).size();
    }
}
