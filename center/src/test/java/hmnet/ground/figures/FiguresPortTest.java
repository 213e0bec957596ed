package hmnet.ground.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Centre;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What whoever keeps the centre reads of it, over HTTP (稼働状況の接続口), and who cannot.
class FiguresPortTest extends Centre {
    /// No worker files this bucket.
    private static final int NOBODYS = 99;

    @Autowired
    FiguresPort figures;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int web;

    @Test
    void itTellsForHowLongWorkWaits() throws Exception {
        var facility = facility();
        var file = db.sql("""
                        insert into inbox (facility, key, path, format, received_at, size, body)
                        values (?, ?, 'x', 1, now() - interval '2 hours', 0, '') returning id""")
                .params(facility, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
        db.sql("insert into inbox_waiting (id, facility, bucket) values (?, ?, ?)")
                .params(file, facility, NOBODYS)
                .update();
        var chart = db.sql("""
                        insert into match_waiting (id, patient, since) overriding system value
                        values (-1, -1, now() - interval '3 hours') returning id""").query(Long.class).single();
        try {
            assertThat(figure("hmnet_queue_oldest_seconds{queue=\"filing\"}")).isBetween(7_200.0, 7_900.0);
            assertThat(figure("hmnet_queue_oldest_seconds{queue=\"matching\"}")).isGreaterThanOrEqualTo(10_800.0);
        } finally {
            db.sql("delete from inbox_waiting where id = ?").param(file).update();
            db.sql("delete from match_waiting where id = ?").param(chart).update();
        }
        assertThat(figure("hmnet_queue_oldest_seconds{queue=\"filing\"}")).isLessThan(600.0);
    }

    @Test
    void itTellsOfDatabaseDiskClockAndEveryQueue() throws Exception {
        System.gc(); // what is held weakly is gone
        assertThat(figure("hmnet_database_up")).isEqualTo(1.0);
        assertThat(figure("hmnet_disk_free_bytes")).isPositive().isNotNaN();
        assertThat(figure("hmnet_disk_size_bytes")).isPositive().isNotNaN();
        assertThat(figure("hmnet_clock_ahead_seconds")).isBetween(-2.0, 2.0);
        for (var queue : List.of(
                "audit",
                "doubles",
                "examination",
                "filing",
                "links",
                "matching",
                "notices",
                "refiling",
                "trials",
                "updates")) {
            assertThat(figure("hmnet_queue_oldest_seconds{queue=\"" + queue + "\"}"))
                    .as(queue)
                    .isNotNegative();
        }
        assertThat(text("/metrics")).contains("jvm_memory_used_bytes", "hikaricp_connections_active");
    }

    @Test
    void itTellsHowManyDaysCertificatesAndListsHaveLeft() throws Exception {
        assertThat(text("/metrics").lines().filter(line -> line.startsWith("hmnet_certificate_left_days{")))
                .anyMatch(line -> line.contains("kind=\"certificate\"") && line.contains("use=\"mtls\""))
                .anyMatch(line -> line.contains("kind=\"authority\"") && line.contains("use=\"mtls\""))
                .anyMatch(line -> line.contains("kind=\"revocation-list\"") && line.contains("use=\"mtls\""));
    }

    @Test
    void aSoundCentreIsAliveAndReady() throws Exception {
        assertThat(get("/live").statusCode()).isEqualTo(200);
        assertThat(get("/ready").statusCode()).isEqualTo(200);
        assertThat(get("/env").statusCode()).isEqualTo(404);
    }

    @Test
    void thePublicPortTellsNothingOfIt() throws Exception {
        for (var path : List.of("/live", "/ready", "/metrics", "/actuator", "/actuator/health")) {
            assertThat(get(web, path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void onlyThisMachineReachesIt() throws Exception {
        var others = Stream.concat(
                        Stream.of(InetAddress.getByName("127.0.0.2")),
                        Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(address -> !address.isLoopbackAddress()))
                .toList();
        for (var address : others) {
            assertThatThrownBy(() -> reach(address)).as(address.toString()).isInstanceOf(ConnectException.class);
        }
    }

    private void reach(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, figures.port()), 2_000);
        }
    }

    @Test
    void aPageUnderAnotherNameIsNotAnswered() throws Exception {
        assertThat(asked("Host: attacker.example")).startsWith("HTTP/1.1 421 ");
        assertThat(asked("Host: localhost:" + figures.port())).startsWith("HTTP/1.1 200 ");
    }

    private String asked(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), figures.port())) {
            socket.getOutputStream()
                    .write(("GET /live HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private double figure(String name) throws Exception {
        return text("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + name));
    }

    private String text(String path) throws Exception {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(figures.port(), path);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private long facility() {
        return db.sql("""
                        insert into facility (code, kind, name, direction) values (?, 'hospital', '見本病院', 'none')
                        returning id""").param(UUID.randomUUID().toString()).query(Long.class).single();
    }
}
