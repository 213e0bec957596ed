package hmnet.ground.disaster;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// Whether the disaster mode waits for a second person (災害時モードの確認待ち).
@Component
class WaitingDisasterCount implements WaitingWork {
    private final DisasterChanges changes;

    WaitingDisasterCount(DisasterChanges changes) {
        this.changes = changes;
    }

    @Override
    public String path() {
        return DisasterPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return changes.isNamed(by) && changes.waiting().isPresent() ? 1 : 0;
    }
}
