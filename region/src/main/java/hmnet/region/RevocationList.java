package hmnet.region;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The list of certificates that count no longer (失効リスト, CRL). It ends after thirty days; a receiver
/// that obeys its date then takes nobody, so it is issued anew before every sending.
final class RevocationList {
    private static final String FILE = "crl.pem";
    private static final Duration VALID = Duration.ofDays(30);

    private RevocationList() {}

    /// Issues the list anew with the same certificates on it.
    public static void reissue(Path pki) throws IOException {
        try {
            var key = new JcaPEMKeyConverter().getPrivateKey(PemFiles.readKey(pki.resolve("ca.key")));
            var ca = PemFiles.read(pki.resolve("ca.pem"), X509CertificateHolder.class);
            var old = PemFiles.read(pki.resolve(FILE), X509CRLHolder.class);
            Collection<?> entries = old.getRevokedCertificates();
            var revoked = entries.stream()
                    .map(entry -> ((X509CRLEntryHolder) entry).getSerialNumber())
                    .toList();
            issue(pki, key, ca, revoked);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("The revocation list could not be issued", e);
        }
    }

    static void issue(Path pki, PrivateKey key, X509CertificateHolder ca, List<BigInteger> revoked)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var now = Instant.now();
        var list = new X509v2CRLBuilder(ca.getSubject(), Date.from(now.minus(Duration.ofMinutes(5))));
        list.setNextUpdate(Date.from(now.plus(VALID)));
        for (var serial : revoked) {
            list.addCRLEntry(serial, Date.from(now.minus(Duration.ofMinutes(10))), CRLReason.keyCompromise);
        }
        list.addExtension(
                Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(ca));
        list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
        PemFiles.write(pki.resolve(FILE), list.build(new JcaContentSignerBuilder(Pki.SIGNATURE).build(key)));
    }
}
