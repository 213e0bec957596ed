package hmnet.care.standby;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many facilities wait for an operator (非常時の写しの申請の件数).
@Component
class WaitingStandbys implements WaitingWork {
    private final StandbyOrders orders;

    WaitingStandbys(StandbyOrders orders) {
        this.orders = orders;
    }

    @Override
    public String path() {
        return "/office/standby";
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE) ? orders.waiting().size() : 0;
    }
}
