package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Centre;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.net.ssl.SSLSocket;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Machines at their port, over real TLS (機械用ポートの試験台).
abstract class MachinePort extends Centre {
    private static final int CODE = 900_000;
    private static int facilities;

    @Autowired
    Facilities directory;

    @Autowired
    MachineConnector connector;

    @Autowired
    JdbcClient db;

    FacilityId registered(Issued issued) {
        facilities++;
        var id = directory.register(
                new Facility(
                        new FacilityId(0),
                        String.valueOf(CODE + facilities),
                        FacilityKind.HOSPITAL,
                        "見本病院 " + facilities,
                        "ミホンビョウイン",
                        "",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        false,
                        null),
                "見本会");
        var certificate = issued.certificate();
        directory.registerCertificate(
                id,
                Machines.fingerprint(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
        return id;
    }

    HttpResponse<String> get(Issued issued, String path) throws IOException, InterruptedException {
        try (var client = issued.http(facilityCa().certificate())) {
            return get(client, path);
        }
    }

    HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path));
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    SSLSocket connect(Issued issued, String protocol, String... ciphers) throws IOException {
        var socket = (SSLSocket)
                issued.tls(facilityCa().certificate()).getSocketFactory().createSocket("localhost", port());
        socket.setEnabledProtocols(new String[] {protocol});
        if (ciphers.length > 0) {
            socket.setEnabledCipherSuites(ciphers);
        }
        socket.startHandshake();
        return socket;
    }

    static String ask(SSLSocket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("GET /sample/facility HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var buffer = new byte[8192];
        var answer = new StringBuilder();
        while (!complete(answer.toString())) {
            var read = socket.getInputStream().read(buffer);
            if (read < 0) {
                break;
            }
            answer.append(new String(buffer, 0, read, java.nio.charset.StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    static boolean complete(String answer) {
        var head = answer.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        var length =
                java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(answer);
        return length.find()
                ? answer.length() >= head + 4 + Integer.parseInt(length.group(1))
                : answer.endsWith("0\r\n\r\n");
    }

    int port() {
        return connector.port().orElseThrow();
    }

    void refused(Issued issued) {
        assertThatThrownBy(() -> get(issued, "/sample/facility"))
                .as(issued.certificate().getSubjectX500Principal().getName())
                .isInstanceOf(IOException.class);
    }
}
