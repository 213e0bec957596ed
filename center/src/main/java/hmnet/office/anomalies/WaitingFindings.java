package hmnet.office.anomalies;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many findings wait for somebody (確かめる気づきの数).
@Component
class WaitingFindings implements WaitingWork {
    private final AnomalyDesk desk;

    WaitingFindings(AnomalyDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return AnomalyPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return desk.open(by).count();
    }
}
