package hmnet.ground.mtls;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which facility's machine sends a request (送信元施設の確認; S064). The handshake may be hours old, so the
/// certificate is judged again at each request: its dates, the revocation lists in memory, its registration.
@Component
public class Machines {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final Duration REMEMBERED = Duration.ofMillis(1_500);
    private static final int MOST_REMEMBERED = 10_000;

    private record CertificateOwner(Optional<FacilityId> facility, Instant askedAt) {}

    private final Facilities facilities;
    private final MachineConnector connector;
    private final Clock clock = Clock.systemUTC();
    private final Map<ByteBuffer, CertificateOwner> registrations = new ConcurrentHashMap<>();

    Machines(Facilities facilities, MachineConnector connector) {
        this.facilities = facilities;
        this.connector = connector;
    }

    /// Whether a request came in through the machines' connector.
    public boolean sent(HttpServletRequest request) {
        return connector.received(request);
    }

    /// Whether machines call the centre by this name, in small letters: it stands in the centre's own certificate.
    public boolean isCalled(String name) {
        return connector.isCalled(name);
    }

    /// The machine behind a request on that connector.
    public Machine of(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? of(chain[0])
                : new Machine.Refused("no certificate");
    }

    /// The certificate that the machine behind a request shows.
    public Optional<X509Certificate> shown(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    /// What the handshake would have against a certificate with its chain; empty when it would let it in. Nothing is
    /// noted: nobody was turned away.
    public Optional<String> objection(List<X509Certificate> chain) {
        return connector.objection(chain);
    }

    /// The machine behind a certificate that came through a handshake, judged as it stands now.
    public Machine of(X509Certificate certificate) {
        return noted(certificate, judge(certificate));
    }

    private Machine noted(X509Certificate certificate, Machine machine) {
        if (machine instanceof Machine.Refused(var reason)) {
            connector.refused().note(certificate, reason);
        }
        return machine;
    }

    private Machine judge(X509Certificate certificate) {
        var now = clock.instant();
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException outOfDate) {
            return new Machine.Refused("certificate expired");
        }
        var objection = connector.objection(certificate);
        if (objection.isPresent()) {
            return new Machine.Refused(objection.get());
        }
        return registered(certificate, now)
                .<Machine>map(facility -> new Machine.Known(
                        facility, certificate.getSerialNumber().toString(16)))
                .orElseGet(() -> new Machine.Refused("certificate not registered for a facility"));
    }

    private Optional<FacilityId> registered(X509Certificate certificate, Instant now) {
        var fingerprint = ByteBuffer.wrap(fingerprint(certificate));
        var known = registrations.get(fingerprint);
        if (known != null && known.askedAt().plus(REMEMBERED).isAfter(now)) {
            return known.facility();
        }
        if (registrations.size() >= MOST_REMEMBERED) {
            registrations.clear();
        }
        var facility = facilities.byCertificate(fingerprint.array());
        registrations.put(fingerprint, new CertificateOwner(facility, now));
        return facility;
    }

    /// SHA-256 over the certificate as it is encoded: what the directory registers it under.
    public static byte[] fingerprint(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A certificate that came through a handshake has no fingerprint", e);
        }
    }
}
