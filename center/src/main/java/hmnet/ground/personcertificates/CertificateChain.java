package hmnet.ground.personcertificates;

import hmnet.formats.base.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/// A certificate as it was shown, with those that came with it (証明書チェーン).
///
/// @param certificates the holder's first, three at most
public record CertificateChain(List<X509Certificate> certificates) {
    private static final int LONGEST = 3;
    private static final int NAME_MAX = 200;

    /// What Java writes as a number and bytes otherwise.
    private static final Map<String, String> WORDS = Map.of("2.5.4.5", "serialNumber");

    public CertificateChain {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("A chain holds a certificate");
        }
        certificates = List.copyOf(certificates.subList(0, Math.min(LONGEST, certificates.size())));
    }

    /// As `bytes` gave them.
    static CertificateChain of(byte[] bytes) {
        try {
            return new CertificateChain(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was kept cannot be read", e);
        }
    }

    X509Certificate holder() {
        return certificates.getFirst();
    }

    /// One after the other in DER.
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        certificates.forEach(certificate -> bytes.writeBytes(der(certificate)));
        return bytes.toByteArray();
    }

    /// SHA-256 of the holder's certificate.
    public byte[] fingerprint() {
        return Sha256.of(der(holder()));
    }

    /// Who it says it is of, in one printable line. It is shown and never looked up: anything may stand there.
    public String subject() {
        return line(holder().getSubjectX500Principal());
    }

    String issuer() {
        return line(holder().getIssuerX500Principal());
    }

    public String serial() {
        return line(holder().getSerialNumber().toString(16));
    }

    public OffsetDateTime notAfter() {
        return holder().getNotAfter().toInstant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read has no encoding", e);
        }
    }

    private static String line(X500Principal name) {
        return line(name.getName(X500Principal.RFC2253, WORDS));
    }

    private static String line(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(NAME_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
