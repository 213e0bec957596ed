package hmnet.office.reviewdesk;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many joins of persons wait for a second person (2人目を待つ結合の数).
@Component
class WaitingJoinCount implements WaitingWork {
    private final JoinProposals proposals;

    WaitingJoinCount(JoinProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String path() {
        return "/office/joined";
    }

    @Override
    public long waiting(Requester by) {
        return proposals.all().size();
    }
}
