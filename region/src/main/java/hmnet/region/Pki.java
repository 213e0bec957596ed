package hmnet.region;

import hmnet.region.plan.Facility;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The certificates of a demonstration (デモ用の認証局): a CA of its own, a server for localhost, one client
/// for each facility that sends, a revoked one, and the list that revokes it. `start` refuses this CA.
final class Pki {
    static final String SIGNATURE = "SHA256withECDSA";
    private static final X500Name CA = new X500Name("CN=hmnet demonstration CA,O=hmnet demonstration,C=JP");
    private static final Duration VALID = Duration.ofDays(820);

    private final Path folder;
    private final KeyPair caKey;
    private final JcaX509ExtensionUtils extensions;

    private Pki(Path folder) throws GeneralSecurityException {
        this.folder = folder;
        this.caKey = newKey();
        this.extensions = new JcaX509ExtensionUtils();
    }

    /// Writes `pki/` into the folder of a demonstration. What stood there before is replaced.
    static void write(Path demo) throws IOException {
        try {
            new Pki(demo.resolve("pki")).write();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("The certificates could not be made", e);
        }
    }

    private void write() throws IOException, GeneralSecurityException, OperatorCreationException {
        PemFiles.privateFolder(folder);
        PemFiles.privateFolder(folder.resolve("facilities"));
        var ca = certificate(
                CA,
                caKey,
                of(Extension.basicConstraints, new BasicConstraints(0)),
                of(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
        PemFiles.write(folder.resolve("ca.pem"), ca);
        PemFiles.write(folder.resolve("ca.key"), caKey.getPrivate());
        server();
        for (var facility : Facility.ALL) {
            if (facility.sends()) {
                client("facilities/" + facility.code(), facility.code());
            }
        }
        var revoked = client("revoked", "revoked");
        RevocationList.issue(folder, caKey.getPrivate(), ca, List.of(revoked.getSerialNumber()));
    }

    private void server() throws IOException, GeneralSecurityException, OperatorCreationException {
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        // For clients too: the centre itself calls facilities that wish to hear of changes (ITI-10).
        var both = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        end("server", "localhost", both, of(Extension.subjectAlternativeName, names));
    }

    private X509CertificateHolder client(String file, String code)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        return end(file, code, new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth});
    }

    private X509CertificateHolder end(String file, String name, KeyPurposeId[] purposes, Part... besides)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var key = newKey();
        var parts = new ArrayList<>(List.of(besides));
        parts.add(of(Extension.basicConstraints, new BasicConstraints(false)));
        parts.add(of(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature)));
        parts.add(new Part(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
        var certificate = certificate(
                new X500Name("CN=" + name + ",O=hmnet demonstration,C=JP"), key, parts.toArray(Part[]::new));
        PemFiles.write(folder.resolve(file + ".crt"), certificate);
        PemFiles.write(folder.resolve(file + ".key"), key.getPrivate());
        return certificate;
    }

    private record Part(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

    /// Basic constraints and key usage are critical (RFC 5280 §4.2.1.3, §4.2.1.9), the names are not.
    private static Part of(ASN1ObjectIdentifier id, ASN1Encodable value) {
        return new Part(id, !id.equals(Extension.subjectAlternativeName), value);
    }

    private X509CertificateHolder certificate(X500Name subject, KeyPair key, Part... parts)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                CA,
                new BigInteger(120, new SecureRandom()).setBit(119),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALID)),
                subject,
                key.getPublic());
        for (var part : parts) {
            builder.addExtension(part.id(), part.critical(), part.value());
        }
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(caKey.getPublic()));
        return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(caKey.getPrivate()));
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
