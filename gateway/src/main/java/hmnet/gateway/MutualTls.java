package hmnet.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Both ends proven by certificates (相互TLS認証): PEM files in, an `SSLContext` out. Trusts the given CA and
/// no other.
public final class MutualTls {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private static final byte[] PROBE = {1};

    private MutualTls() {}

    /// A client that shows the certificate.
    public static SSLContext of(Path ca, Path certificate, Path key) throws IOException {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            var chain = certificates(certificate).toArray(Certificate[]::new);
            var own = empty();
            own.setKeyEntry("own", privateKey(key), new char[0], chain);
            keys.init(own, new char[0]);
            var trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(anchors(ca));
            var tls = SSLContext.getInstance("TLSv1.3");
            tls.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("Not usable as a client certificate: " + certificate + ": " + e.getMessage(), e);
        }
    }

    /// The certificate itself, without its chain.
    public static X509Certificate certificate(Path pem) throws IOException {
        try {
            return (X509Certificate) certificates(pem).getFirst();
        } catch (GeneralSecurityException | NoSuchElementException e) {
            throw new IOException("Not a certificate: " + pem, e);
        }
    }

    /// Whether key and certificate are of one pair: while files are being replaced they may not be.
    public static boolean belongTogether(Path certificate, Path key) throws IOException {
        try {
            var secret = privateKey(key);
            var open = certificate(certificate).getPublicKey();
            if (!secret.getAlgorithm().equals(open.getAlgorithm())) {
                return false;
            }
            var signing =
                    Signature.getInstance(secret.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signing.initSign(secret);
            signing.update(PROBE);
            var signature = signing.sign();
            signing.initVerify(open);
            signing.update(PROBE);
            return signing.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static KeyStore anchors(Path ca) throws GeneralSecurityException, IOException {
        var store = empty();
        var number = 0;
        for (var anchor : certificates(ca)) {
            store.setCertificateEntry("ca" + number++, anchor);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path pem) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(pem)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    private static PrivateKey privateKey(Path pem) throws GeneralSecurityException, IOException {
        var text = KEY.matcher(Files.readString(pem));
        if (!text.find()) {
            throw new IOException("No PKCS#8 key (BEGIN PRIVATE KEY) in " + pem);
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.group(1)));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        } catch (InvalidKeySpecException notElliptic) {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        }
    }
}
