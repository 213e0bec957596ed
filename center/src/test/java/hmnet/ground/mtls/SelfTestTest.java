package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.UnsafeSetting;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void ourOwnTrustManagerPasses() {
        assertThatCode(() -> SelfTest.demand(SelfTestTest::ours, CLOCK)).doesNotThrowAnyException();
    }

    @Test
    void aTrustManagerThatForgetsRevocationKeepsThePortClosed() {
        assertThatThrownBy(() -> SelfTest.demand(
                        (ca, list) -> new Lenient(
                                ca,
                                certificate -> Strength.weakness(certificate).isPresent()),
                        CLOCK))
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("a revoked client certificate would be let in");
    }

    @Test
    void aTrustManagerThatLetsWeakKeysInKeepsThePortClosed() {
        assertThatThrownBy(() -> SelfTest.demand(
                        (ca, list) -> new Lenient(ca, certificate -> list.list().isRevoked(certificate)), CLOCK))
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("RSA-1024");
    }

    @Test
    void aTrustManagerThatLetsNobodyInIsFoundToo() {
        assertThatThrownBy(() -> SelfTest.demand((ca, list) -> new Lenient(ca, certificate -> true), CLOCK))
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("a good client certificate would be refused");
    }

    private static FacilityTrust ours(X509Certificate ca, RevocationList list) {
        return new FacilityTrust(
                List.of(ca), new Revocations(List.of(list), CLOCK), CLOCK, new RefusedCertificates(CLOCK));
    }

    /// Refuses what it is told to and nothing else.
    private record Lenient(X509Certificate ca, java.util.function.Predicate<X509Certificate> refuses)
            implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            if (refuses.test(chain[0])) {
                throw new CertificateException("refused");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            throw new IllegalStateException("A client's check only");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {ca};
        }
    }
}
