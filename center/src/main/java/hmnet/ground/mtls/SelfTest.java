package hmnet.ground.mtls;

import hmnet.ground.database.UnsafeSetting;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;

/// Tries the trust manager before the port opens (起動時の自己点検): a throw-away CA's good certificate must
/// be let in, a revoked and two weak ones must not. Java by itself lets all four in.
final class SelfTest {
    private static final BigInteger GOOD = BigInteger.valueOf(101);
    private static final BigInteger REVOKED = BigInteger.valueOf(102);

    private SelfTest() {}

    /// @param trust makes a trust manager for one CA with one revocation list, the way the connector makes
    ///     its own
    /// @throws UnsafeSetting if it would let a wrong certificate in, or a right one not
    static void demand(BiFunction<X509Certificate, RevocationList, X509TrustManager> trust, Clock clock) {
        demandJudge(
                (ca, list) -> {
                    var tried = trust.apply(ca, list);
                    return certificate -> lets(tried, certificate);
                },
                clock);
    }

    /// @param judge makes what says yes or no to certificates of one CA with one revocation list
    static void demandJudge(
            BiFunction<X509Certificate, RevocationList, Predicate<X509Certificate>> judge, Clock clock) {
        try {
            var now = clock.instant();
            var ca = new ThrowAwayCa(now);
            var list = RevocationList.of(ca.revoking(REVOKED), ca.certificate());
            var tried = judge.apply(ca.certificate(), list);
            var short1024 = ThrowAwayCa.keys("RSA", 1024);
            var strong = ThrowAwayCa.keys("EC", 256);
            demand(tried, ca.client(strong, GOOD, "SHA256withECDSA"), true, "a good");
            demand(tried, ca.client(strong, REVOKED, "SHA256withECDSA"), false, "a revoked");
            demand(tried, ca.client(short1024, GOOD.add(REVOKED), "SHA256withECDSA"), false, "an RSA-1024");
            demand(tried, ca.client(strong, GOOD.multiply(REVOKED), "SHA1withECDSA"), false, "a SHA-1");
        } catch (GeneralSecurityException e) {
            throw new UnsafeSetting("The self-test of client certificates cannot run on this Java: " + e.getMessage());
        }
    }

    private static void demand(
            Predicate<X509Certificate> judge, X509Certificate certificate, boolean wanted, String which) {
        if (judge.test(certificate) != wanted) {
            throw new UnsafeSetting("Self-test: " + which + " client certificate would "
                    + (wanted ? "be refused" : "be let in") + ". The port stays closed.");
        }
    }

    private static boolean lets(X509TrustManager trust, X509Certificate certificate) {
        try {
            trust.checkClientTrusted(List.of(certificate).toArray(X509Certificate[]::new), "EC");
            return true;
        } catch (CertificateException refused) {
            return false;
        }
    }
}
