package hmnet.office.issuing;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many cards wait to be printed (印刷待ちのカード数).
@Component
class UnprintedCardCount implements WaitingWork {
    private final BatchRows rows;

    UnprintedCardCount(BatchRows rows) {
        this.rows = rows;
    }

    @Override
    public String path() {
        return "/office/batches";
    }

    @Override
    public long waiting(Requester by) {
        return rows.waitingCount();
    }
}
