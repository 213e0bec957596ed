package hmnet.ground.personcertificates;

import hmnet.ground.directory.Profession;
import java.util.Set;

/// What a certificate turned out to be at this moment (提示された証明書の判定).
public sealed interface ShownCertificate {
    /// The authentication certificate of an HPKI card, with its qualification (HPKIカード).
    ///
    /// @param professions of the accounts that it agrees with
    record Professional(CertificateChain chain, HcRole role, Set<Profession> professions) implements ShownCertificate {}

    /// A device of some facility (施設の端末). Whatever qualification may stand in it was not read.
    record Device(CertificateChain chain) implements ShownCertificate {}

    /// It counts for nothing.
    record Refused(CertificateChain chain, CertificateRefusal why) implements ShownCertificate {}
}
