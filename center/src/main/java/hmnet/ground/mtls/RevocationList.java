package hmnet.ground.mtls;

import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What one CA has taken back (失効リスト), as it signed it, until its next list is due: all of it, or a part that the
/// list's issuing distribution point describes (RFC 5280 §5.2.5).
record RevocationList(X509Certificate issuer, X509CRL list, Instant nextUpdate) {
    /// By so much clocks may differ.
    private static final Duration EARLY = Duration.ofHours(1);

    private static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";

    /// The list of a CA.
    ///
    /// @throws CRLException if the CA did not sign it, or if it holds only what has changed since another list
    static RevocationList of(X509CRL list, X509Certificate issuer) throws CRLException {
        try {
            list.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CRLException("The list is not signed by the CA it names", e);
        }
        if (list.getExtensionValue(DELTA_CRL_INDICATOR) != null) {
            throw new CRLException("The list is a delta: it holds only what changed since another one. Name the CA's "
                    + "complete list, or its parts, in HMNET_MTLS_CRL");
        }
        var critical = Optional.ofNullable(list.getCriticalExtensionOIDs()).orElse(Set.of());
        if (!Set.of(ISSUING_DISTRIBUTION_POINT).containsAll(critical)) {
            throw new CRLException("The list is bound to a rule that is not known here");
        }
        if (list.getNextUpdate() == null) {
            throw new CRLException("The list does not say when the next one is due");
        }
        if (Strength.weakness(list.getSigAlgName()).isPresent()) {
            throw new CRLException("The list is signed by " + list.getSigAlgName());
        }
        return new RevocationList(
                issuer, list, Objects.requireNonNull(list.getNextUpdate()).toInstant());
    }

    /// Not overdue, and not of a day to come.
    boolean inForce(Instant now) {
        return !now.isAfter(nextUpdate)
                && !list.getThisUpdate().toInstant().minus(EARLY).isAfter(now);
    }

    boolean complete() {
        return list.getExtensionValue(ISSUING_DISTRIBUTION_POINT) == null;
    }

    int size() {
        return Optional.ofNullable(list.getRevokedCertificates())
                .orElse(Set.of())
                .size();
    }

    /// Whether the certificate was signed with the key of this list's CA: another CA may bear its name.
    boolean ofItsIssuer(X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
