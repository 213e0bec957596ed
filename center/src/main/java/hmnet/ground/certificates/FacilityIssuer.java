package hmnet.ground.certificates;

import hmnet.ground.certificates.RenewalSettings.IssuerFiles;
import hmnet.ground.mtls.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/// Issues next certificates where the network has a CA of its own and the centre holds its key (センターによる発行).
/// Name, alternative names and the place of the revocation list are those of the certificate in use.
@Component
class FacilityIssuer {
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 120;

    private final RenewalSettings settings;
    private final Optional<IssuerFiles> files;
    private final SecureRandom random = new SecureRandom();

    FacilityIssuer(RenewalSettings settings) {
        this.settings = settings;
        this.files = settings.issuing();
    }

    boolean absent() {
        return files.isEmpty();
    }

    /// The certificate with the chain of its CA. The files are read each time: a renewed CA counts at once.
    List<X509Certificate> issue(X509Certificate shown, PublicKey key, Instant now) {
        var from = files.orElseThrow();
        try {
            var authority = Pem.certificates(from.certificate());
            return with(certificate(authority.getFirst(), Pem.key(from.key()), shown, key, now), authority);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The centre cannot issue with " + from.certificate(), e);
        }
    }

    /// One that was issued before, with the chain as it is now.
    List<X509Certificate> chain(byte[] issued) {
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(issued));
            return with(
                    certificate,
                    files.isPresent() ? Pem.certificates(files.get().certificate()) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<X509Certificate> with(X509Certificate certificate, List<X509Certificate> authority) {
        var chain = new ArrayList<X509Certificate>();
        chain.add(certificate);
        authority.stream()
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .forEach(chain::add);
        return List.copyOf(chain);
    }

    private X509Certificate certificate(
            X509Certificate authority, PrivateKey secret, X509Certificate shown, PublicKey key, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var end = now.plus(settings.issued());
        var most = authority.getNotAfter().toInstant();
        var extensions = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                        authority,
                        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                        Date.from(now.minus(BEFORE)),
                        Date.from(end.isBefore(most) ? end : most),
                        shown.getSubjectX500Principal(),
                        key)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                .addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(authority));
        taken(builder, shown, Extension.subjectAlternativeName);
        if (shown.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            taken(builder, shown, Extension.cRLDistributionPoints);
        }
        var signer = new JcaContentSignerBuilder(signature(secret)).build(secret);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static void taken(X509v3CertificateBuilder builder, X509Certificate from, ASN1ObjectIdentifier part)
            throws IOException {
        var value = from.getExtensionValue(part.getId());
        if (value != null) {
            builder.addExtension(part, false, ASN1OctetString.getInstance(value).getOctets());
        }
    }

    private static String signature(PrivateKey secret) {
        return switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            // From outside: the kind of key of the network's CA.
            default -> secret.getAlgorithm();
        };
    }
}
