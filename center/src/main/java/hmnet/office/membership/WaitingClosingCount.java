package hmnet.office.membership;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many facilities wait for a second operator before they leave or stay (脱退の確認待ち).
@Component
class WaitingClosingCount implements WaitingWork {
    private final Closings closings;

    WaitingClosingCount(Closings closings) {
        this.closings = closings;
    }

    @Override
    public String path() {
        return "/participation";
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE) ? closings.allWaiting().size() : 0;
    }
}
