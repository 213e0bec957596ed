package hmnet.ground.mtls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides at the handshake whether a machine's certificate is let in (施設証明書の検証): a chain to a
/// facility CA, made for clients, in force, strong, and on no revocation list. Java's own trust manager lets
/// revoked certificates and RSA-1024 in.
final class FacilityTrust extends X509ExtendedTrustManager {
    private static final Logger LOG = LoggerFactory.getLogger(FacilityTrust.class);
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int SIGNS = 0;

    private volatile List<X509Certificate> anchors;
    private final Revocations revocations;
    private final Clock clock;
    private final RefusedCertificates refused;

    FacilityTrust(List<X509Certificate> anchors, Revocations revocations, Clock clock, RefusedCertificates refused) {
        this.anchors = List.copyOf(anchors);
        this.revocations = revocations;
        this.clock = clock;
        this.refused = refused;
    }

    /// These CAs count from now on.
    void follow(List<X509Certificate> cas) {
        anchors = List.copyOf(cas);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            demand(chain, CLIENT_AUTH);
        } catch (CertificateException e) {
            LOG.info("certificate {} refused: {}", serial(chain), e.getMessage());
            if (chain != null && chain.length > 0) {
                refused.note(chain[0], String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /// What stands against a machine that would show this chain; nobody is turned away by asking.
    Optional<String> objection(List<X509Certificate> chain) {
        try {
            demand(chain.toArray(X509Certificate[]::new), CLIENT_AUTH);
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// The same demands on a machine that the centre calls itself, but for what the certificate is made for.
    void demandServer(X509Certificate[] chain) throws CertificateException {
        demand(chain, SERVER_AUTH);
    }

    private void demand(X509Certificate[] chain, String use) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        var path = path(chain, use);
        for (var certificate : path) {
            refuseIf(Strength.weakness(certificate));
            refuseIf(revocations.objection(certificate.getIssuerX500Principal(), certificate));
        }
    }

    private List<X509Certificate> path(X509Certificate[] chain, String use) throws CertificateException {
        var path = Authorities.path(anchors, List.of(chain), Optional.of(use), clock.instant());
        demandUse(chain[0], use);
        return path;
    }

    /// A certificate without any extended key usage passes a PKIX selector; here it must say what it is for.
    private static void demandUse(X509Certificate certificate, String use) throws CertificateException {
        var uses = certificate.getExtendedKeyUsage();
        var usage = certificate.getKeyUsage();
        if (uses == null || !uses.contains(use) || usage == null || !usage[SIGNS]) {
            throw new CertificateException("it does not name both the extended key usage "
                    + (use.equals(CLIENT_AUTH) ? "clientAuth" : "serverAuth")
                    + " and the key usage digitalSignature");
        }
    }

    private static void refuseIf(Optional<String> objection) throws CertificateException {
        if (objection.isPresent()) {
            throw new CertificateException(objection.get());
        }
    }

    private static String serial(X509Certificate[] chain) {
        return chain == null || chain.length == 0
                ? "none"
                : HexFormat.of().formatHex(chain[0].getSerialNumber().toByteArray());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("This connector calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.toArray(X509Certificate[]::new);
    }
}
