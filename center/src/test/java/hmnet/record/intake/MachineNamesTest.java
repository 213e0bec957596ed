package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// By which names machines may call the centre (施設接続口のホスト名): its own, and those in its certificate.
class MachineNamesTest extends LargeFileWard {
    @Test
    void aMachineThatCallsByAnotherNameIsTurnedAway() throws Exception {
        try (var machine = machine()) {
            assertThat(status(machine, "localhost")).isEqualTo(200);
            assertThat(status(machine, "localhost:8443")).isEqualTo(200);
            assertThat(status(machine, "elsewhere.example")).isEqualTo(421);
            assertThat(status(machine, "")).isNotEqualTo(200);
        }
    }

    private int status(Machine machine, String host) throws IOException {
        try (var socket = machine.tls()
                .getSocketFactory()
                .createSocket("localhost", connector.port().orElseThrow())) {
            socket.getOutputStream()
                    .write(("GET /inbox/counts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }
}
