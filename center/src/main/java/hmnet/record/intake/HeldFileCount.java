package hmnet.record.intake;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.record.inbox.Quarantine;
import org.springframework.stereotype.Component;

/// How many files wait for the operator (保留中のファイル数).
@Component
class HeldFileCount implements WaitingWork {
    private final Quarantine quarantine;

    HeldFileCount(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public String path() {
        return "/intake/quarantine";
    }

    @Override
    public long waiting(Requester by) {
        return quarantine.holds();
    }
}
