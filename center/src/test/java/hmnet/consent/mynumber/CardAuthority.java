package hmnet.consent.mynumber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for user certificates, of our own making (模擬の認証局): shaped as such
/// certificates are, and nobody's.
final class CardAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(7_000);
    private final X500Principal name;
    private final KeyPair keys = keys(2048);
    private final Set<BigInteger> revoked = new HashSet<>();

    CardAuthority(String name) {
        this.name = new X500Principal("OU=" + name + ",O=hmnet TEST ONLY,C=JP");
    }

    /// A simulated card: a key of its own and a certificate.
    record Card(X509Certificate certificate, KeyPair keys) implements UserCard {
        @Override
        public byte[] sign(byte[] challenge) throws GeneralSecurityException {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(challenge);
            return signature.sign();
        }
    }

    Card card() {
        return card(Duration.ofDays(365), KeyUsage.digitalSignature);
    }

    Card card(Duration validFor, int use) {
        return card(validFor, use, 2048);
    }

    Card card(Duration validFor, int use, int bits) {
        var holder = keys(bits);
        var until = Instant.now().plus(validFor);
        return new Card(certificate(new X500Principal("C=JP"), holder, until, use, false), holder);
    }

    void revoke(Card card) {
        revoked.add(card.certificate().getSerialNumber());
    }

    /// Puts the authority's certificate and its list where the centre looks.
    void publish(Path folder, Duration due) {
        try {
            Files.createDirectories(folder);
            var own = certificate(
                    name,
                    keys,
                    Instant.now().plus(Duration.ofDays(3_650)),
                    KeyUsage.keyCertSign | KeyUsage.cRLSign,
                    true);
            Files.writeString(folder.resolve("user-ca.pem"), pem("CERTIFICATE", own.getEncoded()));
            Files.writeString(folder.resolve("user-ca.crl"), list(due));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A list of what is revoked by now, with these marks of a list that is not the whole one.
    String list(Duration due, Extension... marks) {
        try {
            var now = Instant.now();
            var list = new JcaX509v2CRLBuilder(name, Date.from(now.minusSeconds(3_600)));
            list.setNextUpdate(Date.from(now.plus(due)));
            revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
            for (var mark : marks) {
                list.addExtension(mark);
            }
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return pem(
                    "X509 CRL",
                    new JcaX509CRLConverter().getCRL(list.build(signer)).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(X500Principal subject, KeyPair holder, Instant until, int use, boolean ca) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(Instant.now().minus(Duration.ofDays(400))),
                            Date.from(until),
                            subject,
                            holder.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(ca))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(use));
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }
}
