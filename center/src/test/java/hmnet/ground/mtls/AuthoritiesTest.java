package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hmnet.ground.mtls.Authorities.CertificateFault;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CAs with their lists, asked what stands against a certificate.
class AuthoritiesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private final TestPki pki = new TestPki("persons");

    @TempDir
    Path folder;

    private static Authorities with(TestPki ca, Duration due) throws Exception {
        var list = RevocationList.of(ca.revocations(due), ca.certificate());
        return new Authorities(List.of(ca.certificate()), new Revocations(List.of(list), CLOCK), CLOCK);
    }

    private Optional<CertificateFault> fault(Issued issued) throws Exception {
        return with(pki, Duration.ofDays(1)).fault(List.of(issued.certificate()));
    }

    @Test
    void nothingStandsAgainstAGoodCertificate() throws Exception {
        assertThat(fault(pki.issue(Wish.client("doctor")))).isEmpty();
    }

    @Test
    void eachFaultIsToldByItsName() throws Exception {
        var now = Instant.now();
        var revoked = pki.issue(Wish.client("lost"));
        pki.revoke(revoked.certificate());
        assertThat(fault(revoked)).contains(CertificateFault.REVOKED);
        assertThat(fault(pki.issue(Wish.client("past").between(now.minusSeconds(90), now.minusSeconds(30)))))
                .contains(CertificateFault.EXPIRED);
        assertThat(fault(pki.issue(Wish.client("future").between(now.plusSeconds(60), now.plusSeconds(90)))))
                .contains(CertificateFault.NOT_YET);
        assertThat(fault(pki.issue(Wish.client("short").key("RSA", 1024)))).contains(CertificateFault.WEAK);
        assertThat(fault(pki.issue(Wish.client("old").signature("SHA1withECDSA"))))
                .contains(CertificateFault.WEAK);
        assertThat(fault(new TestPki("persons").issue(Wish.client("doctor")))).contains(CertificateFault.STRANGER);
    }

    @Test
    void aListOutOfDateSaysNothing() throws Exception {
        var good = List.of(pki.issue(Wish.client("doctor")).certificate());
        assertThat(with(pki, Duration.ofSeconds(-1)).fault(good)).contains(CertificateFault.UNKNOWABLE);
        var none = new Authorities(List.of(pki.certificate()), new Revocations(List.of(), CLOCK), CLOCK);
        assertThat(none.fault(good)).contains(CertificateFault.UNKNOWABLE);
    }

    @Test
    void whoWasIssuedOnceIsOursEvenAfterTheEnd() throws Exception {
        var now = Instant.now();
        var past = pki.issue(Wish.client("past").between(now.minusSeconds(90), now.minusSeconds(30)));
        var ours = with(pki, Duration.ofDays(1));
        assertThat(ours.issued(List.of(past.certificate()))).isTrue();
        assertThat(ours.issued(
                        List.of(new TestPki("persons").issue(Wish.client("x")).certificate())))
                .isFalse();
        assertThat(ours.issued(List.of(pki.certificate())))
                .as("no CA is its own holder's")
                .isFalse();
    }

    @Test
    void filesAreFollowedAndARevocationCountsAtOnce() throws Exception {
        pki.lay(folder);
        var ours = new Authorities("CAs", folder.resolve("ca.pem"), List.of(folder.resolve("ca.crl")), CLOCK);
        var issued = pki.issue(Wish.client("doctor"));
        assertThat(ours.fault(List.of(issued.certificate()))).isEmpty();
        pki.revoke(issued.certificate());
        pki.publish(folder);
        ours.follow();
        assertThat(ours.fault(List.of(issued.certificate()))).contains(CertificateFault.REVOKED);
    }

    /// The certificate of a real test card: its policies are critical and say where they can be read.
    @Test
    void aCardAsHpkiIssuesThemIsOfItsCa() throws Exception {
        var shared = System.getenv("HMNET_SHARED");
        assumeThat(shared).isNotBlank();
        var samples = Path.of(shared, "samples", "hpki");
        var ca = certificate(samples.resolve("medis_sign_ca.cer"));
        var card = certificate(samples.resolve("medis_test_doctor_sign.der"));
        var then = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        var ours = new Authorities(List.of(ca), new Revocations(List.of(), then), then);
        assertThat(ours.issued(List.of(card))).isTrue();
        assertThat(ours.fault(List.of(card))).as("without a list").contains(CertificateFault.UNKNOWABLE);
    }

    private static X509Certificate certificate(Path file) throws Exception {
        return Pem.certificates(file).getFirst();
    }
}
