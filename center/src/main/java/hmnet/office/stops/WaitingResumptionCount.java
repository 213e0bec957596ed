package hmnet.office.stops;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// Whether starting again waits for a second person of the desk (再開の確認待ち).
@Component
class WaitingResumptionCount implements WaitingWork {
    private final DisclosureStops stops;

    WaitingResumptionCount(DisclosureStops stops) {
        this.stops = stops;
    }

    @Override
    public String path() {
        return "/disclosure-stop";
    }

    @Override
    public long waiting(Requester by) {
        return stops.waiting(by.facility()).stream().count();
    }
}
