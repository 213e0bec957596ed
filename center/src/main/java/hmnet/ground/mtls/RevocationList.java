package hmnet.ground.mtls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The serial numbers that one CA has taken back (失効リスト), as it signed them, until its next list is due.
record RevocationList(X509Certificate issuer, Set<BigInteger> serials, Instant issued, Instant nextUpdate) {
    /// The list of a CA.
    ///
    /// @throws CRLException if the CA did not sign it, or if it covers a part of its certificates only
    static RevocationList of(X509CRL list, X509Certificate issuer) throws CRLException {
        try {
            list.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CRLException("The list is not signed by the CA it names", e);
        }
        if (list.getCriticalExtensionOIDs() != null
                && !list.getCriticalExtensionOIDs().isEmpty()) {
            throw new CRLException("The list is partial, indirect or a delta; a complete one is needed");
        }
        if (list.getNextUpdate() == null) {
            throw new CRLException("The list does not say when the next one is due");
        }
        if (Strength.weakness(list.getSigAlgName()).isPresent()) {
            throw new CRLException("The list is signed by " + list.getSigAlgName());
        }
        var serials = Optional.ofNullable(list.getRevokedCertificates()).orElse(Set.of()).stream()
                .map(entry -> entry.getSerialNumber())
                .collect(Collectors.toUnmodifiableSet());
        return new RevocationList(
                issuer,
                serials,
                list.getThisUpdate().toInstant(),
                list.getNextUpdate().toInstant());
    }

    boolean stale(Instant now) {
        return now.isAfter(nextUpdate);
    }
}
