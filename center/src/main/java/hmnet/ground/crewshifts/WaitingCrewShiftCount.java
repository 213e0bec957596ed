package hmnet.ground.crewshifts;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many changes wait for a second operator, and how many services run out of devices (救急隊の端末の確認待ち).
@Component
class WaitingCrewShiftCount implements WaitingWork {
    private final CrewShiftChanges changes;

    WaitingCrewShiftCount(CrewShiftChanges changes) {
        this.changes = changes;
    }

    @Override
    public String path() {
        return CrewShiftPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE) ? changes.waiting().size() + changes.runningOut() : 0;
    }
}
