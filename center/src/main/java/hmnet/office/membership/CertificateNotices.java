package hmnet.office.membership;

import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityCertificates.SelfRegistration;
import hmnet.ground.directory.OwnNotices;
import hmnet.ground.directory.Requester;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells desk and operators on their entry page that a machine registered its next certificate (証明書の更新の知らせ): for two
/// weeks, or as long as it waits. Whoever knows nothing of it ends it at `/participation`.
@Component
class CertificateNotices implements OwnNotices {
    private static final int MOST = 10;

    private final CertificateEnds certificates;
    private final Facilities facilities;

    CertificateNotices(CertificateEnds certificates, Facilities facilities) {
        this.certificates = certificates;
        this.facilities = facilities;
    }

    @Override
    public List<OwnNotice> of(Requester by, Messages m) {
        return certificates.byMachines(by).stream()
                .limit(MOST)
                .map(one -> new OwnNotice(words(one, m), one.waits(), null, null))
                .toList();
    }

    private String words(SelfRegistration one, Messages m) {
        return m.t(
                one.waits() ? "membership.notice.certificate.waits" : "membership.notice.certificate",
                m.moment(one.at()),
                facilities.get(one.facility()).name(),
                m.moment(one.notAfter()));
    }
}
