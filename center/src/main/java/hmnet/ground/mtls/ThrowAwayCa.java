package hmnet.ground.mtls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A CA that lives for one self-test (使い捨て認証局). Its key never leaves memory.
final class ThrowAwayCa {
    private static final X500Principal NAME = new X500Principal("CN=hmnet self-test");
    private static final long LIFE_SECONDS = 600;

    private final Instant now;
    private final KeyPair keys;
    private final X509Certificate certificate;

    ThrowAwayCa(Instant now) throws GeneralSecurityException {
        this.now = now;
        this.keys = keys("EC", 256);
        this.certificate =
                issue(NAME, keys, BigInteger.ONE, "SHA256withECDSA", new BasicConstraints(0), KeyUsage.keyCertSign);
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509Certificate client(KeyPair client, BigInteger serial, String signature) throws GeneralSecurityException {
        return issue(
                new X500Principal("CN=client " + serial),
                client,
                serial,
                signature,
                new BasicConstraints(false),
                KeyUsage.digitalSignature);
    }

    /// A list that takes one number back.
    X509CRL revoking(BigInteger serial) throws GeneralSecurityException {
        try {
            var list = new JcaX509v2CRLBuilder(NAME, Date.from(now));
            list.setNextUpdate(Date.from(now.plusSeconds(LIFE_SECONDS)));
            list.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise);
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private X509Certificate issue(
            X500Principal subject,
            KeyPair holder,
            BigInteger serial,
            String signature,
            BasicConstraints constraints,
            int usage)
            throws GeneralSecurityException {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            NAME,
                            serial,
                            Date.from(now.minusSeconds(LIFE_SECONDS)),
                            Date.from(now.plusSeconds(LIFE_SECONDS)),
                            subject,
                            holder.getPublic())
                    .addExtension(Extension.basicConstraints, true, constraints)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!constraints.isCA()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            }
            var signed = builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
            return new JcaX509CertificateConverter().getCertificate(signed);
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
