package hmnet.office.incidents;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many incidents are not concluded (対応中の事案数).
@Component
class OpenIncidentCount implements WaitingWork {
    private final Incidents incidents;

    OpenIncidentCount(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String path() {
        return "/incidents";
    }

    @Override
    public long waiting(Requester by) {
        return incidents.list(false).size();
    }
}
