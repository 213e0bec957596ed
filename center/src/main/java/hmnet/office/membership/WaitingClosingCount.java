package hmnet.office.membership;

import hmnet.ground.directory.FacilityCertificates.SelfRegistration;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.routes.Right;
import org.springframework.stereotype.Component;

/// How many facilities wait for a second operator before they leave or stay, and how many next certificates for one
/// operator (脱退・証明書の確認待ち).
@Component
class WaitingClosingCount implements WaitingWork {
    private final Closings closings;
    private final CertificateEnds certificates;

    WaitingClosingCount(Closings closings, CertificateEnds certificates) {
        this.closings = closings;
        this.certificates = certificates;
    }

    @Override
    public String path() {
        return "/participation";
    }

    @Override
    public long waiting(Requester by) {
        return by.may(Right.OPERATE)
                ? closings.allWaiting().size()
                        + certificates.byMachines(by).stream()
                                .filter(SelfRegistration::waits)
                                .count()
                : 0;
    }
}
