package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class FacilityTrustTest {
    private final TestPki pki = new TestPki("facilities");

    @Test
    void aGoodCertificateIsLetIn() throws Exception {
        trust(Duration.ofDays(1)).checkClientTrusted(chain(pki.issue(Wish.client("hospital"))), "EC");
    }

    @Test
    void aRevokedCertificateIsRefused() {
        var stolen = pki.issue(Wish.client("stolen"));
        pki.revoke(stolen.certificate());
        refused(stolen.certificate(), "revoked");
    }

    @Test
    void weakKeysAndSignaturesAreRefused() {
        refused(pki.issue(Wish.client("short").key("RSA", 1024)).certificate(), "");
        refused(pki.issue(Wish.client("old").signature("SHA1withECDSA")).certificate(), "");
    }

    @Test
    void aCertificateCountsOnlyBetweenItsDates() {
        var now = Instant.now();
        var day = Duration.ofDays(1);
        refused(
                pki.issue(Wish.client("past").between(now.minus(day).minus(day), now.minus(day)))
                        .certificate(),
                "");
        refused(
                pki.issue(Wish.client("future")
                                .between(now.plus(day), now.plus(day).plus(day)))
                        .certificate(),
                "");
    }

    @Test
    void aServersCertificateIsNoClients() {
        refused(
                pki.issue(Wish.client("server").use(KeyPurposeId.id_kp_serverAuth))
                        .certificate(),
                "");
    }

    @Test
    void anotherCaOfTheSameNameIsNotTrusted() {
        refused(new TestPki("facilities").issue(Wish.client("hospital")).certificate(), "no valid chain");
    }

    @Test
    void theCasOwnCertificateIsNoClients() {
        refused(pki.certificate(), "");
    }

    @Test
    void aListOutOfDateLetsNobodyIn() {
        var good = pki.issue(Wish.client("hospital"));
        assertThatThrownBy(() -> trust(Duration.ofSeconds(-1)).checkClientTrusted(chain(good), "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("out of date");
    }

    @Test
    void withoutAListOfItsIssuerNobodyIsLetIn() {
        var trust = new FacilityTrust(
                List.of(pki.certificate()),
                new Revocations(List.of(), Clock.systemUTC()),
                Clock.systemUTC(),
                new RefusedCertificates(Clock.systemUTC()));
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(pki.issue(Wish.client("hospital"))), "EC"))
                .hasMessageContaining("no revocation list");
    }

    @Test
    void aListSignedBySomebodyElseIsNotTaken() {
        var forged = new TestPki("facilities").revocations(Duration.ofDays(1));
        assertThatThrownBy(() -> RevocationList.of(forged, pki.certificate())).isInstanceOf(CRLException.class);
    }

    @Test
    void aConnectionWithoutACertificateIsRefused() {
        assertThatThrownBy(() -> trust(Duration.ofDays(1)).checkClientTrusted(new X509Certificate[0], "EC"))
                .isInstanceOf(CertificateException.class);
    }

    private void refused(X509Certificate certificate, String why) {
        assertThatThrownBy(
                        () -> trust(Duration.ofDays(1)).checkClientTrusted(new X509Certificate[] {certificate}, "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(why);
    }

    private FacilityTrust trust(Duration due) throws CRLException {
        var list = RevocationList.of(pki.revocations(due), pki.certificate());
        assertThat(list.issuer()).isEqualTo(pki.certificate());
        return new FacilityTrust(
                List.of(pki.certificate()),
                new Revocations(List.of(list), Clock.systemUTC()),
                Clock.systemUTC(),
                new RefusedCertificates(Clock.systemUTC()));
    }

    private static X509Certificate[] chain(Issued issued) {
        return new X509Certificate[] {issued.certificate()};
    }
}
