package hmnet.office.erasures;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import hmnet.record.vault.ErasureRequests;
import org.springframework.stereotype.Component;

/// How many erasures wait for a second officer (消去の承認待ち).
@Component
class WaitingErasureCount implements WaitingWork {
    private final ErasureRequests requests;

    WaitingErasureCount(ErasureRequests requests) {
        this.requests = requests;
    }

    @Override
    public String path() {
        return "/erasures";
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE) ? requests.waiting().size() : 0;
    }
}
