package hmnet.ground.mtls;

import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// A test certificate and its key.
public record Issued(X509Certificate certificate, PrivateKey key) {
    /// A client that shows this certificate whatever the server asks for, and trusts one CA.
    public HttpClient http(X509Certificate trusted) {
        return HttpClient.newBuilder().sslContext(tls(trusted)).build();
    }

    public SSLContext tls(X509Certificate trusted) {
        return tls(new KeyManager[] {new Shown(this)}, trusted);
    }

    /// The other side: a server that shows this certificate.
    public SSLContext serving(X509Certificate trusted) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("shown", key, new char[0], new X509Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            return tls(keys.getKeyManagers(), trusted);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of somebody who shows no certificate and trusts one CA.
    public static SSLContext tlsWithoutCertificate(X509Certificate trusted) {
        return tls(new KeyManager[0], trusted);
    }

    private static SSLContext tls(KeyManager[] keys, X509Certificate trusted) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", trusted);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shown extends X509ExtendedKeyManager {
        private final Issued issued;

        Shown(Issued issued) {
            this.issued = issued;
        }

        @Override
        public String chooseClientAlias(String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return "shown";
        }

        @Override
        public String chooseEngineClientAlias(
                String[] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return "shown";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {issued.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return issued.key();
        }

        @Override
        public String[] getClientAliases(String kind, Principal @Nullable [] issuers) {
            return new String[] {"shown"};
        }

        @Override
        public String[] getServerAliases(String kind, Principal @Nullable [] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
            throw new IllegalStateException("A client only");
        }
    }
}
