package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.database.EmbeddedDatabase;
import hmnet.region.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A demonstration in a process of its own (お試しのセンター): started, ended by Ctrl-C, started again, and never taken for
/// a real centre.
class DemonstrationTest {
    @TempDir
    Path folder;

    @Test
    void aRealCentreDoesNotStartOnADemonstration() throws Exception {
        Files.createDirectories(folder.resolve("data/demo"));
        try (var centre = Child.of(
                folder, List.of("start"), "HMNET_DATA", folder.resolve("data").toString())) {
            assertThat(centre.exit()).isEqualTo(78);
            assertThat(centre.text())
                    .startsWith("hmnet: unsafe setting: ")
                    .contains("is a demonstration", "Set HMNET_DATA to a folder of its own");
        }
        assertThat(folder.resolve("data/secrets")).doesNotExist();
    }

    /// G4.
    @Test
    void aCentreThatOthersReachInTheClearDoesNotStart() throws Exception {
        var data = folder.resolve("data").toString();
        try (var centre = Child.of(folder, List.of("start"), "HMNET_DATA", data, "HMNET_ADDRESS", "0.0.0.0")) {
            assertThat(centre.exit()).as(centre.text()).isEqualTo(78);
            assertThat(centre.text()).contains("hmnet: unsafe setting: ", "HMNET_URL", "HMNET_PROXY_ADDRESSES");
        }
        assertThat(folder.resolve("data/postgresql")).doesNotExist();
    }

    @Test
    void ctrlCEndsItInOrderAndItGoesOnAtTheNextStart() throws Exception {
        var data = folder.resolve("data");
        assertThat(new Region(new PrintStream(OutputStream.nullOutputStream()), System.err)
                        .run("plan", "--out", data.resolve("demo").toString(), "--people", "6", "--seed", "1"))
                .isZero();
        var first = startAndInterrupt(data);
        var again = startAndInterrupt(data);
        assertThat(again.get("url")).as("the address of this start").isNotEqualTo(first.get("url"));
        assertThat(again.get("staff")).isEqualTo(first.get("staff"));
        assertThat(again.get("residents")).isEqualTo(first.get("residents"));
    }

    /// Returns the credentials as they stood while it ran.
    private JsonNode startAndInterrupt(Path data) throws Exception {
        var port = freePort();
        var mtls = freePort();
        var arguments = List.of("demo", "--port", "" + port, "--mtls-port", "" + mtls, "--data", data.toString());
        try (var demo = Child.of(folder, arguments)) {
            assertThat(demo.line("started:"))
                    .matches("started: port=" + port + " mtls=" + mtls
                            + " mllp=[1-9][0-9]* figures=[1-9][0-9]* seconds=[0-9.]+");
            assertThat(status("http://localhost:" + port + "/signin")).isEqualTo(200);
            var file = data.resolve("demo/credentials.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var credentials = new JsonMapper().readTree(file.toFile());
            assertThat(credentials.get("url").asString()).isEqualTo("http://localhost:" + port);
            assertThat(credentials.get("mtls").asString()).isEqualTo("https://localhost:" + mtls);
            demo.interrupt();
            assertThat(demo.exit()).as(demo.text()).isEqualTo(130);
            assertThat(EmbeddedDatabase.running(data)).as("its database").isFalse();
            assertThat(credentials.get("residentAccount").get("represents").asString())
                    .as("the child whom the parent of the letter represents, where the region has one")
                    .matches(hasChild(credentials) ? ".+" : "");
            return credentials;
        }
    }

    private static boolean hasChild(JsonNode credentials) {
        return credentials
                .get("residents")
                .valueStream()
                .anyMatch(resident -> resident.get("card").isString()
                        && resident.get("consent").asString().equals("given")
                        && LocalDate.parse(resident.get("birthDate").asString())
                                .plusYears(18)
                                .isAfter(LocalDate.now(ZoneId.of("Asia/Tokyo"))));
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
