package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The machines' port, over real TLS.
class MachinesTest extends MachinePort {
    @Autowired
    RefusalTrail trail;

    @LocalServerPort
    int webPort;

    @Test
    void aMachineIsKnownByItsRegisteredCertificate() throws Exception {
        var issued = facilityCa().issue(Wish.client("hospital"));
        var facility = registered(issued);
        var answer = get(issued, "/sample/facility?facility=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(String.valueOf(facility.value()));
    }

    @Test
    void aCertificateNobodyRegisteredIsToldSo() throws Exception {
        var answer = get(facilityCa().issue(Wish.client("stranger")), "/sample/facility");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("not registered");
    }

    @Test
    void noCertificateMeansNoConnection() {
        var tls = Issued.tlsWithoutCertificate(facilityCa().certificate());
        assertThatThrownBy(() -> get(HttpClient.newBuilder().sslContext(tls).build(), "/sample/facility"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void hostileCertificatesGetNoConnection() {
        var now = Instant.now();
        var revoked = facilityCa().issue(Wish.client("stolen"));
        facilityCa().revoke(revoked.certificate());
        facilityCa().publish(machineFolder());
        connector.followFiles();
        refused(revoked);
        refused(facilityCa().issue(Wish.client("past").between(now.minusSeconds(90), now.minusSeconds(30))));
        refused(facilityCa().issue(Wish.client("future").between(now.plusSeconds(60), now.plusSeconds(90))));
        refused(facilityCa().issue(Wish.server("localhost")));
        refused(facilityCa().issue(Wish.client("weak").key("RSA", 1024)));
        refused(new TestPki("facilities").issue(Wish.client("hospital")));
    }

    /// A002: turned away in the handshake and after it, each told once a minute, by fingerprint and reason
    /// and no name.
    @Test
    void aMachineThatIsTurnedAwayIsInTheAuditLog() throws Exception {
        var stranger = facilityCa().issue(Wish.client("x' OR 1=1 --"));
        get(stranger, "/sample/facility");
        assertThat(toldOf(stranger)).contains("\"reason\":\"certificate not registered for a facility\"");
        var revoked = facilityCa().issue(Wish.client("stolen again"));
        var owner = registered(revoked);
        facilityCa().revoke(revoked.certificate());
        facilityCa().publish(machineFolder());
        connector.followFiles();
        refused(revoked);
        assertThat(toldOf(revoked)).contains("revoked").contains("\"facility\":" + owner.value() + ",");
        for (var more = 0; more < 20; more++) {
            get(stranger, "/sample/facility");
        }
        trail.write();
        assertThat(toldOf(stranger)).contains("\"count\":\"1\"").doesNotContain("OR 1=1");
    }

    /// The one event about a certificate.
    private String toldOf(Issued issued) throws InterruptedException {
        var fingerprint = HexFormat.of().formatHex(Machines.fingerprint(issued.certificate()));
        for (var since = Instant.now(); Instant.now().isBefore(since.plusSeconds(20)); Thread.sleep(100)) {
            var told = logged(fingerprint);
            if (!told.isEmpty()) {
                assertThat(told).hasSize(1);
                return told.getFirst();
            }
        }
        throw new AssertionError("No event names " + fingerprint);
    }

    /// R025, A006: the connection stays open, its certificate is taken back.
    @Test
    void aRevokedCertificateIsRefusedOnItsLiveConnection() throws Exception {
        var issued = facilityCa().issue(Wish.client("taken back"));
        registered(issued);
        try (var socket = connect(issued, "TLSv1.3")) {
            assertThat(ask(socket)).startsWith("HTTP/1.1 200");
            facilityCa().revoke(issued.certificate());
            facilityCa().publish(machineFolder());
            var since = Instant.now();
            var answer = ask(socket);
            while (answer.startsWith("HTTP/1.1 200")) {
                assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(60));
                Thread.sleep(200);
                answer = ask(socket);
            }
            assertThat(answer).startsWith("HTTP/1.1 401").contains("revoked");
        }
    }

    /// G7 at the port of HTTPS: more idle connections than the port has places, of one address.
    @Test
    void idleConnectionsAtTheHandshakeShutNoMachineOut() throws Exception {
        var issued = facilityCa().issue(Wish.client("beside a flood"));
        registered(issued);
        var idle = new ArrayList<Socket>();
        try {
            for (var n = 0; n < 1_050; n++) {
                idle.add(new Socket("localhost", connector.port().orElseThrow()));
            }
            var since = System.nanoTime();
            assertThat(get(issued, "/sample/facility").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(5));
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void aRegistrationThatEndsIsObeyedWithinSeconds() throws Exception {
        var issued = facilityCa().issue(Wish.client("leaver"));
        var facility = registered(issued);
        assertThat(get(issued, "/sample/facility").statusCode()).isEqualTo(200);
        db.sql("update facility_certificate set ended_at = now() where facility = ?")
                .param(facility.value())
                .update();
        await(() -> status(issued) == 401);
    }

    private int status(Issued issued) {
        try {
            return get(issued, "/sample/facility").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyModernCiphersAreSpoken() throws Exception {
        var issued = facilityCa().issue(Wish.client("modern"));
        registered(issued);
        try (var socket = connect(issued, "TLSv1.2")) {
            assertThat(ask(socket)).startsWith("HTTP/1.1 200");
            assertThat(socket.getSession().getCipherSuite())
                    .startsWith("TLS_ECDHE_ECDSA_WITH_")
                    .contains("GCM");
        }
        assertThatThrownBy(() -> connect(issued, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(SSLException.class);
    }

    /// A ClientHello of TLS 1.1, byte by byte: Java itself would not send one any more.
    @Test
    void oldProtocolsAreRefused() throws Exception {
        var hello = "0302" + "00".repeat(32) + "00" + "0004" + "c00ac014" + "0100";
        var body = "010000" + HexFormat.of().toHexDigits((byte) (hello.length() / 2)) + hello;
        var record = "160301" + HexFormat.of().toHexDigits((short) (body.length() / 2)) + body;
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(record));
            assertThat(socket.getInputStream().read()).as("an alert").isEqualTo(0x15);
        }
    }

    @Test
    void noSessionIsResumedPastTheTrustManager() throws Exception {
        var issued = facilityCa().issue(Wish.client("again"));
        registered(issued);
        var tls = issued.tls(facilityCa().certificate());
        for (var protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            byte[] first;
            long madeAt;
            try (var socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port())) {
                socket.setEnabledProtocols(new String[] {protocol});
                assertThat(ask(socket)).startsWith("HTTP/1.1 200");
                first = socket.getSession().getId();
                madeAt = socket.getSession().getCreationTime();
            }
            Thread.sleep(20);
            try (var socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port())) {
                socket.setEnabledProtocols(new String[] {protocol});
                assertThat(ask(socket)).startsWith("HTTP/1.1 200");
                assertThat(socket.getSession().getCreationTime()).as(protocol).isGreaterThan(madeAt);
                assertThat(socket.getSession().getId()).as(protocol).isNotEqualTo(first);
            }
        }
    }

    @Test
    void aRouteAnswersOnItsOwnConnectorOnly() throws Exception {
        var issued = facilityCa().issue(Wish.client("curious"));
        registered(issued);
        var unknown = get(issued, "/no/such/place");
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (var path : new String[] {"/signin", "/sample/public", "/sample/me", "/sample/forgotten"}) {
            var answer = get(issued, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(unknown.body());
        }
        var web = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + "/sample/facility"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(web.statusCode()).isEqualTo(404);
    }
}
