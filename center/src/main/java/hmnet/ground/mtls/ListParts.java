package hmnet.ground.mtls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// Revocation lists in parts (分割された失効リスト; RFC 5280 §6.3.3), judged by Java's own PKIX rules from the lists at hand.
/// No address inside a certificate is visited (A060): `TlsRules` turns that off.
public final class ListParts {
    private ListParts() {}

    /// Whether these parts say of a certificate that it is not revoked. No part that covers it, one that is overdue, or
    /// one that names it: no.
    public static boolean clear(
            X509Certificate certificate, X509Certificate issuer, Collection<X509CRL> parts, Instant now) {
        var current = parts.stream()
                .filter(list -> list.getNextUpdate() != null
                        && !list.getNextUpdate().toInstant().isBefore(now))
                .toList();
        try {
            var rules = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
            rules.setDate(Date.from(now));
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(current)));
            var validator = CertPathValidator.getInstance("PKIX");
            var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOptions(Set.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
            rules.addCertPathChecker(checker);
            validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), rules);
            return true;
        } catch (GeneralSecurityException notShown) {
            return false;
        }
    }
}
