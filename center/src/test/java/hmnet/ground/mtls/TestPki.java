package hmnet.ground.mtls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
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
        this.certificate = certificate(self, this.name, keys, BigInteger.ONE, true, "");
    }

    /// The same authority with another key.
    TestPki(TestPki former) {
        this(former.name.getName().replaceAll("^CN=|,O=.*", ""));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Issued issue(Wish wish) {
        return issue(wish, "");
    }

    /// With the place of the list that is to name it when it is revoked; empty for none.
    Issued issue(Wish wish, String listAt) {
        var holder = keys(wish.key(), wish.bits());
        var subject = new X500Principal("CN=" + wish.name() + ",O=hmnet TEST ONLY");
        var serial = BigInteger.valueOf(SERIAL.incrementAndGet());
        return new Issued(certificate(wish, subject, holder, serial, false, listAt), holder.getPrivate());
    }

    public void revoke(X509Certificate bad) {
        revoked.add(bad.getSerialNumber());
    }

    /// The revocation list as of now, next due after a while (before now: stale).
    public X509CRL revocations(Duration due) {
        return revocations(due, new Extension[0]);
    }

    /// The part of it that names what belongs to one place.
    X509CRL part(Duration due, String listAt) {
        try {
            var point = new IssuingDistributionPoint(place(listAt), false, false, null, false, false);
            return revocations(due, new Extension(Extension.issuingDistributionPoint, true, new DEROctetString(point)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DistributionPointName place(String listAt) {
        return new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, listAt)));
    }

    /// With marks of a list that is not the whole one.
    X509CRL revocations(Duration due, Extension... marks) {
        try {
            var now = Instant.now();
            var list = new JcaX509v2CRLBuilder(name, Date.from(now.minusSeconds(60)));
            list.setNextUpdate(Date.from(now.plus(due)));
            revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
            for (var mark : marks) {
                list.addExtension(mark);
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CRLConverter().getCRL(list.build(signer));
        } catch (CertIOException | OperatorException | GeneralSecurityException e) {
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
        registry.add("hmnet.certificates.issuer", () -> folder.resolve("ca.pem"));
        registry.add("hmnet.certificates.issuer-key", () -> folder.resolve("ca.key"));
    }

    /// Writes the connector's files into a folder.
    public void lay(Path folder) {
        var server = issue(Wish.centre("localhost"));
        writeCertificate(folder, server);
        writeKey(folder, server);
        write(folder.resolve("ca.pem"), pem("CERTIFICATE", encoded(certificate)));
        write(folder.resolve("ca.key"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        publish(folder);
    }

    static void writeCertificate(Path folder, Issued server) {
        write(folder.resolve("server.pem"), pem("CERTIFICATE", encoded(server.certificate())));
    }

    static void writeKey(Path folder, Issued server) {
        write(folder.resolve("server.key"), pem("PRIVATE KEY", server.key().getEncoded()));
    }

    /// Certificate and key in one file, as a proxy takes them.
    public static void writeBoth(Path file, Issued server) {
        write(
                file,
                pem("CERTIFICATE", encoded(server.certificate()))
                        + pem("PRIVATE KEY", server.key().getEncoded()));
    }

    /// Puts the current revocation list where the connector looks.
    public void publish(Path folder) {
        write(folder.resolve("ca.crl"), published());
    }

    /// This CA as the only one that the connector trusts; the list stays as it is.
    void publishCa(Path folder) {
        write(folder.resolve("ca.pem"), pem("CERTIFICATE", encoded(certificate)));
    }

    /// This CA and others as those that the connector trusts, each with its list.
    void publishWith(Path folder, TestPki... others) {
        var cas = new StringBuilder(pem("CERTIFICATE", encoded(certificate)));
        var lists = new StringBuilder(published());
        for (var other : others) {
            cas.append(pem("CERTIFICATE", encoded(other.certificate)));
            lists.append(other.published());
        }
        write(folder.resolve("ca.crl"), lists.toString());
        write(folder.resolve("ca.pem"), cas.toString());
    }

    private String published() {
        try {
            return pem("X509 CRL", revocations(Duration.ofDays(1)).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            Wish wish, X500Principal subject, KeyPair holder, BigInteger serial, boolean ca, String listAt) {
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
            if (!listAt.isEmpty()) {
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(place(listAt), null, null)
                }));
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

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.setLastModifiedTime(
                    fresh, FileTime.from(Instant.now().minusSeconds(2))); // nobody is writing to it any more
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
