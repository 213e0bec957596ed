package hmnet.ground.personcertificates;

import hmnet.ground.mtls.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
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
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A throw-away CA of people's certificates, HPKI's or that of facilities' devices (使い捨ての利用者認証局).
public final class PersonPki {
    private static final AtomicLong SERIAL = new AtomicLong(50_000);

    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Set<BigInteger> revoked = new HashSet<>();

    public PersonPki(String name) {
        this.name = new X500Principal("CN=" + name + ",O=hmnet TEST ONLY");
        this.keys = keys("EC", 256);
        this.certificate = build(this.name, keys, PersonWish.device(name), true);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Issued issue(PersonWish wish) {
        var holder = keys(wish.key(), wish.bits());
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "hmnet TEST ONLY")
                .addRDN(BCStyle.CN, wish.name())
                .build();
        try {
            return new Issued(build(new X500Principal(subject.getEncoded()), holder, wish, false), holder.getPrivate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void revoke(Issued bad) {
        revoked.add(bad.certificate().getSerialNumber());
    }

    /// The revocation list as of now, next due after a while (before now: stale).
    public X509CRL revocations(Duration due) {
        try {
            var now = Instant.now();
            var list = new JcaX509v2CRLBuilder(name, Date.from(now.minusSeconds(60)));
            list.setNextUpdate(Date.from(now.plus(due)));
            revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(now), CRLReason.keyCompromise));
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String caPem() {
        return pem("CERTIFICATE", encoded(certificate));
    }

    public String listPem(Duration due) {
        try {
            return pem("X509 CRL", revocations(due).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Certificate and key of a server under this CA, into a folder.
    void server(Path folder) {
        var server = issue(PersonWish.device("localhost").extended(KeyPurposeId.id_kp_serverAuth));
        write(folder.resolve("server.pem"), pem("CERTIFICATE", encoded(server.certificate())));
        write(folder.resolve("server.key"), pem("PRIVATE KEY", server.key().getEncoded()));
    }

    private X509Certificate build(X500Principal subject, KeyPair holder, PersonWish wish, boolean ca) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(wish.from()),
                            Date.from(wish.until()),
                            subject,
                            holder.getPublic())
                    .addExtension(
                            Extension.basicConstraints,
                            true,
                            ca ? new BasicConstraints(0) : new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : wish.usage()));
            if (!ca && !wish.uses().isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(wish.uses().toArray(KeyPurposeId[]::new)));
            }
            if (!ca) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new org.bouncycastle.asn1.x509.GeneralNames(new org.bouncycastle.asn1.x509.GeneralName(
                                org.bouncycastle.asn1.x509.GeneralName.dNSName, "localhost")));
            }
            if (!wish.policy().isEmpty()) {
                builder.addExtension(Extension.certificatePolicies, true, policies(wish.policy()));
            }
            if (wish.role() != null) {
                builder.addExtension(Extension.subjectDirectoryAttributes, false, wish.role());
            }
            var signer = new JcaContentSignerBuilder(wish.signature()).build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Critical and with the place where it can be read, as HPKI has it.
    private static CertificatePolicies policies(String policy) {
        var place = new PolicyQualifierInfo("http://www.example.org/cps/");
        return new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy), new DERSequence(place)));
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
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
