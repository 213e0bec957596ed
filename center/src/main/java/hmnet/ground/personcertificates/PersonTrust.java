package hmnet.ground.personcertificates;

import hmnet.ground.mtls.Authorities;
import hmnet.ground.mtls.RefusedCertificates;
import hmnet.ground.mtls.Strength;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Lets into the handshake whom one of our CAs ever certified with a strong key (利用者証明書の握手), and nobody else. What is
/// wrong with such a certificate is told afterwards, on a page: a handshake that fails tells its user nothing. So
/// passing it opens nothing.
final class PersonTrust extends X509ExtendedTrustManager {
    private final List<Authorities> authorities;
    private final RefusedCertificates refused;

    PersonTrust(List<Authorities> authorities, RefusedCertificates refused) {
        this.authorities = List.copyOf(authorities);
        this.refused = refused;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        var objection = objection(List.of(chain));
        if (objection.isPresent()) {
            refused.note(chain[0], objection.get());
            throw new CertificateException(objection.get());
        }
    }

    /// A weak key proves nobody: TLS would not take its signature either.
    private Optional<String> objection(List<X509Certificate> shown) {
        return Strength.weakness(shown.getFirst())
                .or(() -> authorities.stream().anyMatch(ours -> ours.issued(shown))
                        ? Optional.empty()
                        : Optional.of("no valid chain to a CA of people's certificates"));
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
        throw new CertificateException("This port calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    /// By these a browser chooses which certificates it offers.
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.stream()
                .flatMap(ours -> ours.anchors().stream())
                .distinct()
                .toArray(X509Certificate[]::new);
    }
}
