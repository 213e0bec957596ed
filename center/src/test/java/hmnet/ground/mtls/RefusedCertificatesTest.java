package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.RefusedCertificates.RefusalCount;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much a machine that is turned away may write into the log.
class RefusedCertificatesTest {
    private final TestPki pki = new TestPki("facilities");
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void aFloodOfOneCertificateIsOneEventAMinuteWithItsCount() {
        var machines = atOurTime();
        var certificate = pki.issue(Wish.client("loud")).certificate();
        machines.note(certificate, "revoked");
        assertThat(machines.take()).extracting(RefusalCount::count).containsExactly(1);
        IntStream.range(0, 5_000).forEach(n -> machines.note(certificate, "revoked"));
        assertThat(machines.take()).isEmpty();
        now = now.plus(RefusedCertificates.APART);
        assertThat(machines.take()).extracting(RefusalCount::count).containsExactly(5_000);
    }

    @Test
    void aFloodOfManyCertificatesIsBoundedToo() {
        var machines = atOurTime();
        var asked = RefusedCertificates.CERTIFICATES_MAX + 30;
        IntStream.range(0, asked)
                .forEach(n -> machines.note(pki.issue(Wish.client("n" + n)).certificate(), "unknown"));
        var told = machines.take();
        assertThat(told).hasSize(RefusedCertificates.CERTIFICATES_MAX + 1);
        assertThat(told.stream().mapToInt(RefusalCount::count).sum()).isEqualTo(asked);
        assertThat(told)
                .filteredOn(refusals -> refusals.fingerprint().equals("others"))
                .singleElement()
                .satisfies(others -> assertThat(others.count()).isEqualTo(30));
    }

    @Test
    void whatCouldNotBeWrittenIsToldTheNextTime() {
        var machines = atOurTime();
        machines.note(pki.issue(Wish.client("late")).certificate(), "expired");
        machines.putBack(machines.take());
        assertThat(machines.take()).extracting(RefusalCount::reason).containsExactly("expired");
    }

    @Test
    void aReasonIsOneShortPrintableLine() {
        var machines = atOurTime();
        machines.note(pki.issue(Wish.client("long")).certificate(), "a\r\nb" + "x".repeat(5_000));
        assertThat(machines.take().getFirst().reason()).startsWith("abx").hasSize(200);
    }

    private RefusedCertificates atOurTime() {
        return new RefusedCertificates(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }
}
