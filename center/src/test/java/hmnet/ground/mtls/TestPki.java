package hmnet.ground.mtls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
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
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A certificate authority of the tests: good certificates, hostile ones, and its revocation list in a file.
public final class TestPki {
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Set<BigInteger> revoked = new HashSet<>();

    public TestPki(String name) {
        this.name = new X500Principal("CN=" + name + ",O=hmnet TEST ONLY");
        this.keys = keys("EC", 256);
        var self = Wish.client(name);
        this.certificate = certificate(self, this.name, keys, BigInteger.ONE, true);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Issued issue(Wish wish) {
        var holder = keys(wish.key(), wish.bits());
        var subject = new X500Principal("CN=" + wish.name() + ",O=hmnet TEST ONLY");
        var serial = BigInteger.valueOf(SERIAL.incrementAndGet());
        return new Issued(certificate(wish, subject, holder, serial, false), holder.getPrivate());
    }

    public void revoke(X509Certificate bad) {
        revoked.add(bad.getSerialNumber());
    }

    /// The revocation list as of now, next due after a while (before now: stale).
    public X509CRL revocations(Duration due) {
        try {
            var now = Instant.now();
            var list = new JcaX509v2CRLBuilder(name, Date.from(now.minusSeconds(60)));
            list.setNextUpdate(Date.from(now.plus(due)));
            revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CRLConverter().getCRL(list.build(signer));
        } catch (OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes the connector's files into a folder and points its settings at them, on a port of its own.
    public void serve(DynamicPropertyRegistry registry, Path folder) {
        lay(folder);
        registry.add("hmnet.mtls.port", () -> 0);
        registry.add("hmnet.mtls.certificate", () -> folder.resolve("server.pem"));
        registry.add("hmnet.mtls.key", () -> folder.resolve("server.key"));
        registry.add("hmnet.mtls.ca", () -> folder.resolve("ca.pem"));
        registry.add("hmnet.mtls.crl", () -> folder.resolve("ca.crl"));
    }

    /// Writes the connector's files into a folder.
    public void lay(Path folder) {
        var server = issue(Wish.centre("localhost"));
        write(folder.resolve("server.pem"), pem("CERTIFICATE", encoded(server.certificate())));
        write(folder.resolve("server.key"), pem("PRIVATE KEY", server.key().getEncoded()));
        write(folder.resolve("ca.pem"), pem("CERTIFICATE", encoded(certificate)));
        publish(folder);
    }

    /// Puts the current revocation list where the connector looks.
    public void publish(Path folder) {
        try {
            var list = revocations(Duration.ofDays(1)).getEncoded();
            write(folder.resolve("ca.crl"), pem("X509 CRL", list));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            Wish wish, X500Principal subject, KeyPair holder, BigInteger serial, boolean ca) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name, serial, Date.from(wish.from()), Date.from(wish.until()), subject, holder.getPublic())
                    .addExtension(
                            Extension.basicConstraints,
                            true,
                            ca ? new BasicConstraints(0) : new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            if (!ca) {
                builder.addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(wish.uses().toArray(KeyPurposeId[]::new)))
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, wish.name())));
            }
            var signer = new JcaContentSignerBuilder(wish.signature()).build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            return ThrowAwayCa.keys(algorithm, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
