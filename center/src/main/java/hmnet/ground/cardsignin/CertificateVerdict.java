package hmnet.ground.cardsignin;

import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.personcertificates.CertificateChain;
import hmnet.ground.personcertificates.CertificateRefusal;

/// Whom a certificate stands for (証明書の持ち主).
sealed interface CertificateVerdict {
    /// One account, whose card it is.
    record ProvenHolder(Requester person, CertificateChain chain) implements CertificateVerdict {}

    /// A facility, whose device it is: somebody who works there adds a password.
    record DevicePlace(Facility facility, CertificateChain chain) implements CertificateVerdict {}

    record Nobody(CertificateChain chain, CertificateRefusal why) implements CertificateVerdict {}
}
