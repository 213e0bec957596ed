package hmnet.ground.witnesses;

import hmnet.ground.audit.AuditReport.ReportVerdict;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import org.springframework.stereotype.Component;

/// How many witnesses are silent, and whether the last check found something (沈黙した立会人と検証の異常の数).
@Component
class WaitingWitnessCount implements WaitingWork {
    private final WitnessSightings sightings;
    private final LogVerifications verifications;

    WaitingWitnessCount(WitnessSightings sightings, LogVerifications verifications) {
        this.sightings = sightings;
        this.verifications = verifications;
    }

    @Override
    public String path() {
        return WitnessesPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        var broken =
                verifications.newest(1).stream().anyMatch(last -> last.report().verdict() != ReportVerdict.INTACT);
        return (long) sightings.silent().size() + (broken ? 1 : 0);
    }
}
