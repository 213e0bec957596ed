package hmnet.exchange.machines;

import hmnet.exchange.callers.RegionRights;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many rights over the whole region wait for a second operator (2人目を待つ外部連携の権利の数).
@Component
class WaitingRightCount implements WaitingWork {
    private final RegionRights rights;

    WaitingRightCount(RegionRights rights) {
        this.rights = rights;
    }

    @Override
    public String path() {
        return "/office/machines";
    }

    @Override
    public long waiting(Requester by) {
        return rights.waiting();
    }
}
