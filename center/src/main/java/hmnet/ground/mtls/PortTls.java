package hmnet.ground.mtls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The centre's side of TLS at one of its ports (接続口のTLS), with a certificate that follows its files. Each connection
/// has a context of its own, so there is no earlier session to resume past the trust manager (S064).
public class PortTls implements org.apache.tomcat.util.net.SSLContext {
    private static final Logger LOG = LoggerFactory.getLogger(PortTls.class);

    private final Path certificate;
    private final Path key;
    private final X509TrustManager trust;
    private final FollowedFiles files;
    private volatile KeyManager[] keys;
    private volatile X509Certificate shown;
    private volatile CertificateNames names;
    private final SSLContext parameters;

    /// @param certificate the port's own with its chain, PEM
    /// @param key to it, PEM
    /// @param trust judges whoever connects
    public PortTls(Path certificate, Path key, X509TrustManager trust) throws GeneralSecurityException, IOException {
        this.certificate = certificate;
        this.key = key;
        this.files =
                new FollowedFiles("the centre's certificate or key", List.of(certificate, key), InstantSource.system());
        var chain = Pem.certificates(certificate);
        this.keys = keys(chain, Pem.key(key));
        this.shown = chain.getFirst();
        this.names = CertificateNames.of(shown);
        this.trust = trust;
        this.parameters = context();
    }

    final SSLContext context() throws GeneralSecurityException {
        return context(trust);
    }

    final SSLContext context(X509TrustManager trusted) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {trusted}, null);
        return context;
    }

    @Override
    public SSLEngine createSSLEngine() {
        try {
            return context().createSSLEngine();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A context that could be made at the start cannot be made now", e);
        }
    }

    /// Whether this name, in small letters, stands in the certificate that is shown.
    final boolean isCalled(String name) {
        return names.hold(name);
    }

    /// What whoever connects is shown at this moment.
    public final X509Certificate shown() {
        return shown;
    }

    /// Reads certificate and key again when a file has changed. Connections that stand keep theirs; what cannot be used
    /// (half written, not a pair, not in force) leaves the pair in memory.
    public final void follow() {
        files.look(() -> {
            var chain = Pem.certificates(certificate);
            chain.getFirst().checkValidity();
            keys = keys(chain, Pem.key(key));
            shown = chain.getFirst();
            names = CertificateNames.of(shown);
            LOG.info("the centre's certificate read again, in force until {}", shown.getNotAfter());
        });
    }

    private static KeyManager[] keys(List<X509Certificate> chain, PrivateKey key)
            throws GeneralSecurityException, IOException {
        if (!Pem.pair(chain.getFirst(), key)) {
            throw new CertificateException("The key is not that of the certificate");
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var none = new char[0];
        store.setKeyEntry("centre", key, none, chain.toArray(X509Certificate[]::new));
        var factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, none);
        return factory.getKeyManagers();
    }

    @Override
    public void init(KeyManager[] ignored, TrustManager[] alsoIgnored, SecureRandom random) {
        // Made whole by the constructor.
    }

    @Override
    public void destroy() {
        // Holds nothing that must be given back.
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return parameters.getServerSessionContext();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return parameters.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return parameters.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[0];
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
