package hmnet.ground.mtls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
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
public final class Pem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    private Pem() {}

    public static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        var read = factory().generateCertificates(new ByteArrayInputStream(whole(file))).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (read.isEmpty()) {
            throw new CertificateException("There is no certificate in " + file);
        }
        return read;
    }

    public static List<X509CRL> revocationLists(Path file) throws IOException, CertificateException, CRLException {
        return factory().generateCRLs(new ByteArrayInputStream(whole(file))).stream()
                .map(X509CRL.class::cast)
                .toList();
    }

    /// A file that was cut off behind a whole block would seem to hold fewer.
    private static byte[] whole(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.split(BEGIN, -1).length != text.split(END, -1).length) {
            throw new IOException(file + " is cut off");
        }
        return bytes;
    }

    public static PrivateKey key(Path file) throws IOException {
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

    /// Whether a key is that of a certificate. A kind of key that is not known here is refused elsewhere.
    static boolean pair(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        var name = certificate.getPublicKey().getAlgorithm();
        if (!name.equals(key.getAlgorithm())) {
            return false;
        }
        var signature = Signature.getInstance(
                switch (name) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    // From outside: what a certificate calls its kind of key.
                    default -> name;
                });
        var words = "a pair".getBytes(StandardCharsets.US_ASCII);
        signature.initSign(key);
        signature.update(words);
        var made = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(words);
        return signature.verify(made);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
