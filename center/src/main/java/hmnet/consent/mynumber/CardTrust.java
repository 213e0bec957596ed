package hmnet.consent.mynumber;

import hmnet.ground.mtls.FileStamp;
import hmnet.ground.mtls.ListParts;
import hmnet.ground.mtls.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable CardLists held;
    private Map<Path, FileStamp> unusable = Map.of();
    private final AtomicInteger readings = new AtomicInteger();

    CardTrust(MyNumberSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Authorities and lists as their files hold them: national lists are long, so they are read once and kept until a
    /// file changes.
    private record CardLists(Map<Path, FileStamp> stamps, List<X509Certificate> authorities, List<X509CRL> lists) {}

    /// What is wrong with a certificate, or nothing.
    enum CertificateState {
        GOOD,
        /// No authority is set, or its list cannot be read, is overdue, or is a part that does not cover it.
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
            if (settings.ca() == null || settings.crl() == null) {
                return CertificateState.UNKNOWABLE;
            }
            var current = read(settings.ca(), settings.crl());
            for (var authority : current.authorities()) {
                if (signed(certificate, authority)) {
                    return standing(certificate, authority, current.lists());
                }
            }
            return CertificateState.OTHER_AUTHORITY;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("user certificates cannot be judged: {}", e.getMessage());
            return CertificateState.UNKNOWABLE;
        }
    }

    private CertificateState standing(X509Certificate certificate, X509Certificate authority, List<X509CRL> lists) {
        var now = clock.instant();
        try {
            authority.checkValidity(Date.from(now));
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return CertificateState.EXPIRED;
        }
        var own = lists.stream().filter(list -> signed(list, authority)).toList();
        if (own.stream().anyMatch(CardTrust::unknown)) {
            return CertificateState.UNKNOWABLE;
        }
        var latest = own.stream()
                .filter(list -> !part(list))
                .max(Comparator.comparing(X509CRL::getThisUpdate))
                .filter(list -> current(list, now));
        var parts = own.stream()
                .filter(CardTrust::part)
                .filter(list -> current(list, now))
                .toList();
        if (latest.stream().anyMatch(list -> list.isRevoked(certificate))
                || parts.stream().anyMatch(list -> list.isRevoked(certificate))) {
            return CertificateState.REVOKED;
        }
        return latest.isPresent() || ListParts.clear(certificate, authority, parts, now)
                ? CertificateState.GOOD
                : CertificateState.UNKNOWABLE;
    }

    /// A list of a part of the certificates (RFC 5280 §5.2.5): Java's own rules say which.
    private static boolean part(X509CRL list) {
        return list.getExtensionValue(ISSUING_DISTRIBUTION_POINT) != null;
    }

    /// A list of changes only (RFC 5280 §5.2.4), or one with a rule that this centre does not know: it may take
    /// back what no other list does.
    private static boolean unknown(X509CRL list) {
        return list.getExtensionValue(DELTA_CRL_INDICATOR) != null || list.hasUnsupportedCriticalExtension();
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

    /// What the files hold; where they cannot be used (half written), what was read before, which ends by its own date.
    private synchronized CardLists read(Path ca, Path crl) throws IOException, GeneralSecurityException {
        var stamps = FileStamp.of(List.of(ca, crl));
        var before = held;
        if (before != null && (before.stamps().equals(stamps) || stamps.equals(unusable))) {
            return before;
        }
        try {
            var authorities = Pem.certificates(ca);
            var fresh = new CardLists(stamps, authorities, withLeftOut(Pem.revocationLists(crl), authorities, before));
            held = fresh;
            readings.incrementAndGet();
            return fresh;
        } catch (IOException | GeneralSecurityException e) {
            if (before == null) {
                throw e;
            }
            unusable = stamps;
            LOG.error(
                    "authorities of user certificates or their lists cannot be read again, those in memory stay: {}",
                    e.getMessage());
            return before;
        }
    }

    /// A file that is cut between two lists is whole as far as it goes: of an authority that it leaves out the list in
    /// memory counts on, until its own end.
    private static List<X509CRL> withLeftOut(
            List<X509CRL> read, List<X509Certificate> authorities, @Nullable CardLists before) {
        var lists = new ArrayList<>(read);
        if (before != null) {
            before.lists().stream()
                    .filter(list -> authorities.stream()
                            .anyMatch(ca -> ca.getSubjectX500Principal().equals(list.getIssuerX500Principal())))
                    .filter(list -> read.stream()
                            .noneMatch(one -> one.getIssuerX500Principal().equals(list.getIssuerX500Principal())))
                    .forEach(lists::add);
        }
        return List.copyOf(lists);
    }

    List<X509Certificate> authorities() throws IOException, GeneralSecurityException {
        return settings.ca() == null || settings.crl() == null
                ? List.of()
                : read(settings.ca(), settings.crl()).authorities();
    }

    List<X509CRL> lists() throws IOException, GeneralSecurityException {
        if (settings.ca() == null || settings.crl() == null) {
            throw new CRLException("no revocation list is set");
        }
        return read(settings.ca(), settings.crl()).lists();
    }

    /// How often the files were read.
    int readings() {
        return readings.get();
    }
}
