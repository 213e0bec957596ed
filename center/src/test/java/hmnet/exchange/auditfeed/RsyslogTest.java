package hmnet.exchange.auditfeed;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real rsyslog takes the log: TLS of GnuTLS, RFC 5425 by its own reading. It ends TCP and not TLS, and only after it
/// has read all.
class RsyslogTest extends FeedBench {
    private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
    private static final Path DRIVER = Path.of("/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so");

    @TempDir
    Path folder;

    @BeforeEach
    void installed() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM) && Files.exists(DRIVER), "needs rsyslog and rsyslog-gnutls");
    }

    private static void pem(Path file, String kind, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private void papers(X509Certificate authority, X509Certificate certificate, PrivateKey key) throws Exception {
        pem(folder.resolve("ca.pem"), "CERTIFICATE", authority.getEncoded());
        pem(folder.resolve("server.pem"), "CERTIFICATE", certificate.getEncoded());
        pem(folder.resolve("server.key"), "EC PRIVATE KEY", withPublicKey((ECPrivateKey) key, certificate));
    }

    /// GnuTLS reads no key of a curve without its public half, which Java leaves out.
    private static byte[] withPublicKey(ECPrivateKey key, X509Certificate certificate) throws IOException {
        var known = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        return new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256,
                        key.getS(),
                        known.getPublicKeyData(),
                        known.getAlgorithm().getParameters())
                .getEncoded();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process rsyslog(int port) throws IOException {
        var configuration = Files.writeString(folder.resolve("rsyslog.conf"), """
                global(workDirectory="%1$s" maxMessageSize="64k"
                       defaultNetstreamDriver="gtls" defaultNetstreamDriverCAFile="%1$s/ca.pem"
                       defaultNetstreamDriverCertFile="%1$s/server.pem" defaultNetstreamDriverKeyFile="%1$s/server.key")
                module(load="imtcp" streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="x509/certvalid")
                input(type="imtcp" port="%2$d" address="127.0.0.1" ruleset="kept")
                template(name="raw" type="string" string="%%rawmsg%%\\n")
                ruleset(name="kept") { action(type="omfile" file="%1$s/kept.log" template="raw") }
                """.formatted(folder, port));
        return new ProcessBuilder(
                        PROGRAM.toString(),
                        "-n",
                        "-f",
                        configuration.toString(),
                        "-i",
                        folder.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private boolean listens(int port, Process process) {
        assertThat(process.isAlive()).as(() -> said("out")).isTrue();
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> kept() {
        try {
            var file = folder.resolve("kept.log");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private String said(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void rsyslogKeepsEveryEventInOrderAlsoOfTheTimeWhenItWasDown() throws Exception {
        var issued = facilityCa().issue(Wish.server("localhost"));
        papers(facilityCa().certificate(), issued.certificate(), issued.key());
        var port = freePort();
        var feed = feed(settings("localhost:" + port, ""));
        var events = happening(230);
        feed.send();
        assertThat(feed.state().trouble()).as("it is down").isNotNull();
        var process = rsyslog(port);
        try {
            await(() -> listens(port, process));
            assertThat(feed.marks().hasten(FeedWay.SYSLOG)).isTrue();
            feed.send();
            assertThat(feed.state().trouble()).isNull();
            await(() -> told(kept(), events).size() >= events.size());
            assertThat(told(kept(), events)).isEqualTo(events);
            assertThat(kept())
                    .allMatch(line -> line.matches(
                            "<8[45]>1 \\S+Z hmnet\\.example hmnet \\d+ IHE\\+RFC-3881 - .*</AuditMessage>"));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
