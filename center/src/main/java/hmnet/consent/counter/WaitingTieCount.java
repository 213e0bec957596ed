package hmnet.consent.counter;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many ties wait for a second person of the desk (2人目を待つ紐付けの数).
@Component
class WaitingTieCount implements WaitingWork {
    private final TieProposals proposals;

    WaitingTieCount(TieProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String path() {
        return "/desk";
    }

    @Override
    public long waiting(Requester by) {
        return proposals.waiting(by).size();
    }
}
