package hmnet.office.rulebook;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// Whether a changed rule waits for a second person of the desk (開示ルールの確認待ち).
@Component
class WaitingRuleCount implements WaitingWork {
    private final RuleChanges changes;

    WaitingRuleCount(RuleChanges changes) {
        this.changes = changes;
    }

    @Override
    public String path() {
        return "/disclosure-rules";
    }

    @Override
    public long waiting(Requester by) {
        return changes.waiting(by.facility()).stream().count();
    }
}
