package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The servers of `testpki.sh`, called as the centre calls a machine of a facility.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class ScriptedServersTest {
    private static final int MILLISECONDS = 10_000;
    private static ScriptedPki pki;
    private static MachineTls centre;

    @BeforeAll
    static void build(@TempDir Path folder) throws Exception {
        pki = ScriptedPki.build(folder.resolve("pki"), "1.2.3");
        var own = folder.resolve("pki/certs/facility-hospital");
        var settings = new MtlsSettings(
                0,
                "",
                Path.of(own + ".crt"),
                Path.of(own + ".key"),
                pki.caFile("server"),
                List.of(pki.listFile("server")),
                1,
                1,
                false);
        var clock = Clock.systemUTC();
        var revocations = new Revocations(settings.cas(), settings.crlFiles(), clock);
        centre = new MachineTls(
                settings, new FacilityTrust(settings.cas(), revocations, clock, new RefusedCertificates(clock)));
    }

    /// A handshake by the name `localhost` with a server that shows this certificate.
    private static void call(String name) throws IOException {
        var tls = pki.issued(name).serving(pki.ca("facility"));
        try (var server = (SSLServerSocket)
                        tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var connected = new Socket("localhost", server.getLocalPort());
                var socket = centre.calling(connected, "localhost", server.getLocalPort())) {
            connected.setSoTimeout(MILLISECONDS);
            Thread.ofVirtual().start(() -> answer(server));
            socket.startHandshake();
        }
    }

    private static void answer(SSLServerSocket server) {
        try (var one = server.accept()) {
            one.setSoTimeout(MILLISECONDS);
            one.getInputStream().readAllBytes();
        } catch (IOException refused) {
            // the caller says why
        }
    }

    @Test
    void aServerOfThatNameIsCalled() throws Exception {
        call("server");
    }

    @Test
    void aServerOfAnotherNameAndOneThatRanOutAreNot() {
        assertThatThrownBy(() -> call("server-wrongname"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("localhost");
        assertThatThrownBy(() -> call("server-expired"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("no valid chain");
        assertThat(pki.issued("server-expired").certificate().getSubjectX500Principal())
                .as("the name is that of the good one")
                .isEqualTo(pki.issued("server").certificate().getSubjectX500Principal());
    }
}
