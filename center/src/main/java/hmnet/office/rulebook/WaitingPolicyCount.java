package hmnet.office.rulebook;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// Whether a change of the policy waits for a second person of the office (開示方針の確認待ち).
@Component
class WaitingPolicyCount implements WaitingWork {
    private final PolicyChanges changes;

    WaitingPolicyCount(PolicyChanges changes) {
        this.changes = changes;
    }

    @Override
    public String path() {
        return "/office/policy";
    }

    @Override
    public long waiting(Requester by) {
        return changes.waiting().stream().count();
    }
}
