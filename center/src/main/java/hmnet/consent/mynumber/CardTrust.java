package hmnet.consent.mynumber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Which user certificates count (利用者証明用電子証明書の検証): of our authority, within their days, not
/// revoked by a list that is itself signed and not overdue. What cannot be found out counts as no.
@Component
class CardTrust {
    private static final Logger LOG = LoggerFactory.getLogger(CardTrust.class);
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private final MyNumberSettings settings;
    private final Clock clock;

    CardTrust(MyNumberSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// What is wrong with a certificate, or nothing.
    enum CertificateState {
        GOOD,
        /// No authority is set, or its list cannot be read, is overdue, or names a part of the revocations only.
        UNKNOWABLE,
        OTHER_AUTHORITY,
        /// A certificate for signing documents, which holds the name: it is not looked at.
        OTHER_PURPOSE,
        EXPIRED,
        REVOKED
    }

    boolean offered() {
        return settings.ca() != null && settings.crl() != null;
    }

    CertificateState of(X509Certificate certificate) {
        var use = certificate.getKeyUsage();
        if (use == null || !use[DIGITAL_SIGNATURE] || use[NON_REPUDIATION] || certificate.getBasicConstraints() >= 0) {
            return CertificateState.OTHER_PURPOSE;
        }
        try {
            for (var authority : authorities()) {
                if (signed(certificate, authority)) {
                    return standing(certificate, authority);
                }
            }
            return offered() ? CertificateState.OTHER_AUTHORITY : CertificateState.UNKNOWABLE;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("user certificates cannot be judged: {}", e.getMessage());
            return CertificateState.UNKNOWABLE;
        }
    }

    private CertificateState standing(X509Certificate certificate, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        var now = Date.from(clock.instant());
        try {
            authority.checkValidity(now);
            certificate.checkValidity(now);
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return CertificateState.EXPIRED;
        }
        var own = lists().stream().filter(list -> signed(list, authority)).toList();
        var latest = own.stream().max(Comparator.comparing(X509CRL::getThisUpdate));
        if (latest.isEmpty() || own.stream().anyMatch(CardTrust::partial) || !current(latest.get(), clock.instant())) {
            return CertificateState.UNKNOWABLE;
        }
        return latest.get().isRevoked(certificate) ? CertificateState.REVOKED : CertificateState.GOOD;
    }

    /// Whether a list leaves revocations out (RFC 5280 §5.2.4, §5.2.5): one of changes only, one of a part of
    /// the certificates, or one with a rule that this centre does not know.
    private static boolean partial(X509CRL list) {
        return list.getExtensionValue(ISSUING_DISTRIBUTION_POINT) != null
                || list.getExtensionValue(DELTA_CRL_INDICATOR) != null
                || list.hasUnsupportedCriticalExtension();
    }

    private static boolean current(X509CRL list, Instant now) {
        return !list.getThisUpdate().toInstant().isAfter(now)
                && list.getNextUpdate() != null
                && !list.getNextUpdate().toInstant().isBefore(now);
    }

    /// Of this authority, by name and by key: an authority may go on under its name with another key.
    private static boolean signed(X509CRL list, X509Certificate authority) {
        if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean signed(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    List<X509Certificate> authorities() throws IOException, GeneralSecurityException {
        if (settings.ca() == null) {
            return List.of();
        }
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(settings.ca())));
        return certificates(read);
    }

    private static List<X509Certificate> certificates(Collection<?> read) {
        return read.stream().map(X509Certificate.class::cast).toList();
    }

    List<X509CRL> lists() throws IOException, GeneralSecurityException {
        if (settings.crl() == null) {
            throw new CRLException("no revocation list is set");
        }
        var read = CertificateFactory.getInstance("X.509")
                .generateCRLs(new ByteArrayInputStream(Files.readAllBytes(settings.crl())));
        return read.stream().map(X509CRL.class::cast).toList();
    }
}
