package hmnet.office.membership;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityCertificates.FacilityCertificate;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A facility's certificate ends at once (施設証明書の失効): its key was lost or stolen. By its desk or an operator, one
/// person: waiting for a second one would leave the thief in. The machines' port refuses it within two seconds, on
/// standing connections too.
@Component
class CertificateEnds {
    private final FacilityCertificates certificates;
    private final Audit audit;

    CertificateEnds(FacilityCertificates certificates, Audit audit) {
        this.certificates = certificates;
        this.audit = audit;
    }

    List<FacilityCertificate> of(FacilityId facility) {
        return certificates.of(facility);
    }

    @Transactional
    public MemberAnswer end(FacilityId facility, String fingerprint, String why, Requester by) {
        if (!MemberScope.sees(by, facility)) {
            return MemberAnswer.UNKNOWN;
        }
        if (!certificates.end(facility, fingerprint, why, by.actor().word())) {
            return MemberAnswer.GONE;
        }
        audit.write(by.did(
                Action.FACILITY_CERTIFICATE,
                null,
                "ended",
                Map.of("facility", Long.toString(facility.value()), "fingerprint", fingerprint)));
        return MemberAnswer.DONE;
    }
}
