package hmnet.office.membership;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityCertificates;
import hmnet.ground.directory.FacilityCertificates.FacilityCertificate;
import hmnet.ground.directory.FacilityCertificates.SelfRegistration;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A facility's certificate ends at once (施設証明書の失効): its key was lost or stolen. By its desk or an operator, one
/// person: waiting for a second one would leave the thief in. The machines' port refuses it within two seconds, on
/// standing connections too. What a machine registered with it ends as well, unless somebody says that it need not.
@Component
class CertificateEnds {
    private static final Duration TOLD = Duration.ofDays(14);

    private final FacilityCertificates certificates;
    private final Audit audit;
    private final Clock clock;

    CertificateEnds(FacilityCertificates certificates, Audit audit, Clock clock) {
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    List<FacilityCertificate> of(FacilityId facility) {
        return certificates.of(facility);
    }

    /// @param keep whether those that a machine registered with it go on: its key was never in wrong hands
    @Transactional
    public MemberAnswer end(FacilityId facility, String fingerprint, String why, boolean keep, Requester by) {
        if (!MemberScope.sees(by, facility)) {
            return MemberAnswer.UNKNOWN;
        }
        if (!certificates.end(facility, fingerprint, why, by.actor().word())) {
            return MemberAnswer.GONE;
        }
        var more = keep
                ? 0
                : certificates.endRegisteredWith(
                        facility, fingerprint, why, by.actor().word());
        audit.write(by.did(
                Action.FACILITY_CERTIFICATE,
                null,
                "ended",
                Map.of(
                        "facility",
                        Long.toString(facility.value()),
                        "fingerprint",
                        fingerprint,
                        "registered-with-it",
                        Integer.toString(more))));
        return MemberAnswer.DONE;
    }

    /// One that a machine registered and that waits lets in from now on. By an operator of elsewhere.
    @Transactional
    public MemberAnswer agree(FacilityId facility, String fingerprint, Requester by) {
        if (!by.may(Right.OPERATE)) {
            return MemberAnswer.UNKNOWN;
        }
        if (facility.equals(by.facility())) {
            return MemberAnswer.OWN;
        }
        if (!certificates.agree(facility, fingerprint)) {
            return MemberAnswer.GONE;
        }
        audit.write(by.did(
                Action.FACILITY_CERTIFICATE,
                null,
                "agreed",
                Map.of("facility", Long.toString(facility.value()), "fingerprint", fingerprint)));
        return MemberAnswer.DONE;
    }

    /// Those that machines registered in the last two weeks, and those that wait: an operator sees all of them, a desk
    /// its own facility's.
    List<SelfRegistration> byMachines(Requester by) {
        if (!by.may(Right.MEMBERS)) {
            return List.of();
        }
        var since = OffsetDateTime.now(clock).minus(TOLD);
        return certificates.byMachines(by.may(Right.OPERATE) ? null : by.facility(), since);
    }
}
