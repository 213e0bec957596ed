package hmnet.ground.personcertificates;

import hmnet.ground.mtls.Authorities;
import hmnet.ground.personcertificates.ShownCertificate.Device;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import hmnet.ground.personcertificates.ShownCertificate.Refused;
import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.springframework.stereotype.Component;

/// Which certificates of people count (利用者証明書の検証; S011, S012). Cards and devices have CAs of their own, and a
/// qualification is read under those of HPKI alone.
@Component
public class PersonCertificates {
    private static final String POLICIES = "2.5.29.32";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final PersonPort port;
    private final Set<String> policies;

    PersonCertificates(PersonPort port, PersonCertificateSettings settings) {
        this.port = port;
        this.policies = settings.hpkiPolicies().stream()
                .map(String::strip)
                .filter(policy -> !policy.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A certificate as it stands now, whenever it was shown.
    public ShownCertificate judge(CertificateChain chain) {
        var ofCard = issuing(port.hpki(), chain);
        var ofDevice = issuing(port.facility(), chain);
        if (ofCard.isPresent() && ofDevice.isPresent()) {
            return new Refused(
                    chain, CertificateRefusal.STRANGER); // a CA stands among both: what it says is nobody's word
        }
        return ofCard.map(hpki -> card(chain, hpki))
                .or(() -> ofDevice.map(facility -> device(chain, facility)))
                .orElseGet(() -> new Refused(chain, CertificateRefusal.STRANGER));
    }

    private static Optional<Authorities> issuing(Optional<Authorities> authorities, CertificateChain chain) {
        return authorities.filter(ours -> ours.issued(chain.certificates()));
    }

    private ShownCertificate card(CertificateChain chain, Authorities hpki) {
        var certificate = chain.holder();
        if (uses(certificate, NON_REPUDIATION)) {
            return new Refused(chain, CertificateRefusal.SIGNATURE);
        }
        var extended = extendedUses(certificate);
        if (!isHoldersOwn(certificate) || !extended.isEmpty() && !extended.contains(CLIENT_AUTH)) {
            return new Refused(chain, CertificateRefusal.OTHER_USE);
        }
        var fault = hpki.fault(chain.certificates());
        if (fault.isPresent()) {
            return new Refused(chain, CertificateRefusal.of(fault.get()));
        }
        return isOfPolicy(certificate) ? role(chain) : new Refused(chain, CertificateRefusal.POLICY);
    }

    private static ShownCertificate role(CertificateChain chain) {
        var reading = HcRole.in(chain.holder());
        if (reading.role() == null) {
            return new Refused(chain, CertificateRefusal.of(Objects.requireNonNull(reading.fault())));
        }
        var professions = Qualifications.of(reading.role());
        return professions.isEmpty()
                ? new Refused(chain, CertificateRefusal.ROLE_UNKNOWN)
                : new Professional(chain, reading.role(), professions);
    }

    private static ShownCertificate device(CertificateChain chain, Authorities facility) {
        var certificate = chain.holder();
        if (!isHoldersOwn(certificate) || !extendedUses(certificate).contains(CLIENT_AUTH)) {
            return new Refused(chain, CertificateRefusal.OTHER_USE);
        }
        return facility.fault(chain.certificates())
                .<ShownCertificate>map(fault -> new Refused(chain, CertificateRefusal.of(fault)))
                .orElseGet(() -> new Device(chain));
    }

    /// No CA's, and for proving who holds it.
    private static boolean isHoldersOwn(X509Certificate certificate) {
        return certificate.getBasicConstraints() < 0 && uses(certificate, DIGITAL_SIGNATURE);
    }

    private static boolean uses(X509Certificate certificate, int use) {
        var usage = certificate.getKeyUsage();
        return usage != null && usage[use];
    }

    private static List<String> extendedUses(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of("unreadable");
        }
    }

    private boolean isOfPolicy(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(POLICIES);
        if (extension == null) {
            return false;
        }
        try {
            var named = CertificatePolicies.getInstance(ASN1OctetString.fromByteArray(
                    ASN1OctetString.getInstance(extension).getOctets()));
            return Arrays.stream(named.getPolicyInformation())
                    .anyMatch(policy ->
                            policies.contains(policy.getPolicyIdentifier().getId()));
        } catch (IOException | RuntimeException unreadable) {
            return false; // what a stranger's bytes make the reader throw is one answer
        }
    }
}
