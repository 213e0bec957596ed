package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A body that tells no length and has no end, at the door of facilities' machines.
class EndlessBodyTest extends Ward {
    private static final byte[] PIECE = ("100000\r\n" + "A".repeat(1 << 20) + "\r\n").getBytes(US_ASCII);

    @Autowired
    MachineConnector connector;

    /// A042, by HTTPS: cut after its first pieces, and nothing is kept.
    @Test
    void aBodyWithoutAnEndIsRefusedAtItsLimit() throws Exception {
        var issued = facilityCa().issue(Wish.client("hospital"));
        var hospital = hospital();
        var certificate = issued.certificate();
        facilities.registerCertificate(
                hospital,
                Machines.fingerprint(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        var tls = issued.tls(facilityCa().certificate());
        var pieces = 0;
        try (var socket = tls.getSocketFactory()
                .createSocket("localhost", connector.port().orElseThrow())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("POST /inbox/files?name=a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(US_ASCII));
            for (; pieces < 1024; pieces++) {
                out.write(PIECE);
            }
        } catch (IOException cut) {
            assertThat(pieces).isLessThan(192);
        }
        assertThat(pieces).isLessThan(1024);
        assertThat(inbox.counts(hospital).messages()).isZero();
    }
}
