package hmnet.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.region.plan.Facility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {
    @TempDir
    static Path demo;

    static Path pki;

    @BeforeAll
    static void make() throws Exception {
        Pki.write(demo);
        pki = demo.resolve("pki");
    }

    static X509Certificate certificate(String file) throws Exception {
        try (var in = Files.newInputStream(pki.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    static X509CRL revocations() throws Exception {
        try (var in = Files.newInputStream(pki.resolve("crl.pem"))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }

    static void validate(String file) throws Exception {
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate("ca.pem"), null)));
        parameters.addCertPathChecker(checker);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(revocations()))));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate(file)));
        validator.validate(path, parameters);
    }

    @Test
    void everyFacilityThatSendsHasACertificateThatPassesWithRevocationChecked() throws Exception {
        for (var facility : Facility.ALL) {
            if (facility.sends()) {
                assertThatCode(() -> validate(facility.certificate())).doesNotThrowAnyException();
                assertThat(certificate(facility.certificate()).getExtendedKeyUsage())
                        .containsExactly("1.3.6.1.5.5.7.3.2");
            }
        }
    }

    @Test
    void theRevokedCertificateIsTurnedAway() {
        assertThatThrownBy(() -> validate("revoked.crt"))
                .isInstanceOfSatisfying(
                        CertPathValidatorException.class,
                        e -> assertThat(e.getReason()).isEqualTo(CertPathValidatorException.BasicReason.REVOKED));
    }

    @Test
    void theServerIsLocalhostByNameAndAddressAndMayCallSubscribers() throws Exception {
        validate("server.crt");
        assertThat(certificate("server.crt").getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1");
        assertThat(certificate("server.crt").getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    }

    @Test
    void keysAreForTheirOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pki)))
                .isEqualTo("rwx------");
        try (var files = Files.walk(pki)) {
            assertThat(files.filter(file -> file.toString().endsWith(".key")))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aReissuedListNamesTheSameCertificatesForAnotherThirtyDays() throws Exception {
        var before = revocations();
        Thread.sleep(5);
        RevocationList.reissue(pki);
        assertThat(revocations().getRevokedCertificates())
                .extracting(entry -> entry.getSerialNumber())
                .containsExactly(certificate("revoked.crt").getSerialNumber());
        assertThat(revocations().getEncoded()).isNotEqualTo(before.getEncoded());
        assertThat(revocations().getNextUpdate().toInstant())
                .isAfter(Instant.now().plusSeconds(29L * 24 * 3600));
        validate("server.crt");
    }
}
