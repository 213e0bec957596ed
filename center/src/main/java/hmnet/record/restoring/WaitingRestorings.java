package hmnet.record.restoring;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many facilities wait for an operator (返却の申請の件数).
@Component
class WaitingRestorings implements WaitingWork {
    private final Restorings restorings;

    WaitingRestorings(Restorings restorings) {
        this.restorings = restorings;
    }

    @Override
    public String path() {
        return "/office/restoring";
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE) ? restorings.waiting().size() : 0;
    }
}
