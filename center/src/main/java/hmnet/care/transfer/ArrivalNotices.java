package hmnet.care.transfer;

import hmnet.consent.handovers.Handovers;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the emergency room on its entry page how many are on the way (搬送中の方のお知らせ); it names nobody.
@Component
class ArrivalNotices implements OwnNotices {
    private final Handovers handovers;

    ArrivalNotices(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        var coming = handovers.arrivals(by).size();
        return coming == 0 ? List.of() : List.of(new OwnNotice(m.t("transfer.notice", coming), true, null, null));
    }
}
