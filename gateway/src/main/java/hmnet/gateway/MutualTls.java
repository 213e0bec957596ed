package hmnet.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Both ends proven by certificates (相互TLS認証): PEM files in, an `SSLContext` out. Trusts the given CA and
/// no other.
public final class MutualTls {
    private MutualTls() {}

    /// A client that shows the certificate.
    public static SSLContext of(Path ca, Path certificate, Path key) throws IOException {
        return of(ca, Identity.of(certificate, key));
    }

    /// A client that shows this one.
    public static SSLContext of(Path ca, Identity shown) throws IOException {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            var own = empty();
            own.setKeyEntry("own", shown.key(), new char[0], shown.chain().toArray(Certificate[]::new));
            keys.init(own, new char[0]);
            var trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(anchors(ca));
            var tls = SSLContext.getInstance("TLSv1.3");
            tls.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "Not usable as a client certificate: " + shown.fingerprint() + ": " + e.getMessage(), e);
        }
    }

    /// The certificate itself, without its chain.
    public static X509Certificate certificate(Path pem) throws IOException {
        return Identity.certificates(Identity.text(pem), pem).getFirst();
    }

    private static KeyStore anchors(Path ca) throws GeneralSecurityException, IOException {
        var store = empty();
        var number = 0;
        for (var anchor : Identity.certificates(Identity.text(ca), ca)) {
            store.setCertificateEntry("ca" + number++, anchor);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
