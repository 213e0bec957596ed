package hmnet.ground.mtls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// Certificates, keys and revocation lists as files hold them (PEM・DERファイル).
final class Pem {
    private Pem() {}

    static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        var read = factory().generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (read.isEmpty()) {
            throw new CertificateException("There is no certificate in " + file);
        }
        return read;
    }

    static List<X509CRL> revocationLists(Path file) throws IOException, CertificateException, CRLException {
        return factory().generateCRLs(new ByteArrayInputStream(Files.readAllBytes(file))).stream()
                .map(X509CRL.class::cast)
                .toList();
    }

    static PrivateKey key(Path file) throws IOException {
        try (var reader = new PEMParser(Files.newBufferedReader(file))) {
            var converter = new JcaPEMKeyConverter();
            for (var block = reader.readObject(); block != null; block = reader.readObject()) {
                if (block instanceof PrivateKeyInfo key) {
                    return converter.getPrivateKey(key);
                }
                if (block instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        }
        throw new IOException("There is no unencrypted private key in " + file);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
