package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Wish;
import hmnet.record.inbox.Uploads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// R020, A062: large files in pieces.
class UploadRoutesTest extends UploadWard {
    @LocalServerPort
    int webPort;

    /// Sends the rest of a file by one request and breaks the connection after so many of its bytes.
    private void cut(Machine machine, String at, long offset, byte[] film, int after) throws IOException {
        try (var socket = machine.tls()
                .getSocketFactory()
                .createSocket("localhost", connector.port().orElseThrow())) {
            var out = socket.getOutputStream();
            out.write(
                    ("PATCH " + at + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                                    + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                                    + (film.length - offset) + "\r\n\r\n")
                            .getBytes(US_ASCII));
            out.write(film, (int) offset, after);
            out.flush();
            await(() -> stands(machine, at) >= offset + MEGABYTE); // a reset may take along what was not read yet
        } catch (SSLException broken) {
            // the centre may see the cut first and answer it with one of its own
        }
    }

    /// R020: nothing is sent again but the piece that was cut, and the whole is the same.
    @Test
    void aFileCutAfterEveryMegabyteGoesOnAtTheByteThatWasAcknowledgedLast() throws Exception {
        var film = film(5 * MEGABYTE + 321);
        try (var machine = machine()) {
            var at = address(begun(machine, film));
            var sent = 0L;
            for (var megabyte = 0; megabyte < 5; megabyte++) {
                var from = offset(machine.tus("HEAD", at, new byte[0]));
                assertThat(from).isEqualTo((long) megabyte * MEGABYTE);
                cut(machine, at, from, film, MEGABYTE + 300);
                sent += MEGABYTE + 300;
            }
            assertThat(opened(machine.facility())).as("nothing half").isEmpty();
            try (var restarted = machine.another()) {
                var again = begun(restarted, film);
                assertThat(address(again))
                        .as("the same file is the one that was begun")
                        .isEqualTo(at);
                var last =
                        piece(restarted, at, offset(again), Arrays.copyOfRange(film, (int) offset(again), film.length));
                sent += film.length - offset(again);
                assertThat(last.statusCode()).isEqualTo(204);
                assertThat(last.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
                assertThat(sent).isLessThanOrEqualTo(film.length + 5L * MEGABYTE);
                assertThat(opened(machine.facility())).singleElement().isEqualTo(film);
                var known = begun(restarted, film);
                assertThat(offset(known)).isEqualTo(film.length);
                assertThat(known.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
                assertThat(known.headers().firstValue("Hmnet-Inbox"))
                        .isEqualTo(last.headers().firstValue("Hmnet-Inbox"));
            }
        }
    }

    @Test
    void ofAnotherFacilitysUploadNobodyIsTold() throws Exception {
        var film = film(3_000);
        try (var machine = machine();
                var stranger = machine()) {
            var at = address(begun(machine, film));
            for (var elsewhere : new String[] {at, "/inbox/uploads/" + UUID.randomUUID()}) {
                assertThat(stranger.tus("HEAD", elsewhere, new byte[0]).statusCode())
                        .isEqualTo(404);
                assertThat(piece(stranger, elsewhere, 0, film).statusCode()).isEqualTo(404);
                assertThat(stranger.tus("DELETE", elsewhere, new byte[0]).statusCode())
                        .isEqualTo(404);
            }
            assertThat(address(begun(stranger, film)))
                    .as("their own of the same content")
                    .isNotEqualTo(at);
            assertThat(piece(machine, at, 0, film).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void aStrangersCertificateBeginsNothingAndThePeoplesPortHasNoSuchDoor() throws Exception {
        var issued = facilityCa().issue(Wish.client("stranger"));
        try (var stranger = new Machine(
                        issued,
                        new FacilityId(0),
                        facilityCa(),
                        connector.port().orElseThrow());
                var machine = machine();
                var web = HttpClient.newHttpClient()) {
            var at = address(begun(machine, film(10)));
            assertThat(begun(stranger, film(10)).statusCode()).isEqualTo(401);
            assertThat(piece(stranger, at, 0, film(10)).statusCode()).isEqualTo(401);
            for (var door : new String[] {"/inbox/uploads", at}) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + door))
                        .header("Tus-Resumable", "1.0.0")
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(film(10)));
                assertThat(web.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    /// A062.
    @Test
    void whatDoesNotFitIsRefusedAndTheUploadStandsAsItStood() throws Exception {
        var film = film(3_000);
        try (var machine = machine()) {
            var at = address(begun(machine, film));
            assertThat(piece(machine, at, 0, Arrays.copyOf(film, 1_000)).statusCode())
                    .isEqualTo(204);
            for (var offset : new long[] {-1, 0, 999, 1_001, 3_000, Long.MAX_VALUE}) {
                assertThat(piece(machine, at, offset, new byte[10]).statusCode())
                        .isEqualTo(409);
            }
            assertThat(piece(machine, at, 1_000, new byte[2_001]).statusCode()).isEqualTo(413);
            assertThat(piece(machine, at, 1_000, new byte[10], "Upload-Checksum", "sha1 " + base64(new byte[20]))
                            .statusCode())
                    .isEqualTo(460);
            assertThat(piece(machine, at, 1_000, new byte[10], "Upload-Checksum", "crc32 AAAA")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(machine.tus("PATCH", at, new byte[10], "Upload-Offset", "1000", "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(machine.send("PATCH", at, "application/offset+octet-stream", new byte[10])
                            .status())
                    .isEqualTo(412);
            assertThat(offset(machine.tus("HEAD", at, new byte[0]))).isEqualTo(1_000);
            var rest = Arrays.copyOfRange(film, 1_000, 3_000);
            var last = piece(machine, at, 1_000, rest, "Upload-Checksum", "sha256 " + base64(sha256(rest)));
            assertThat(last.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
        }
    }

    @Test
    void aWholeThatIsNotWhatWasAnnouncedBeginsAgain() throws Exception {
        var film = film(3_000);
        try (var machine = machine()) {
            var at = address(begun(machine, film));
            assertThat(piece(machine, at, 0, new byte[3_000]).statusCode()).isEqualTo(460);
            assertThat(opened(machine.facility())).isEmpty();
            assertThat(offset(machine.tus("HEAD", at, new byte[0]))).isZero();
            assertThat(piece(machine, at, 0, film).statusCode()).isEqualTo(204);
            assertThat(opened(machine.facility())).singleElement().isEqualTo(film);
        }
    }

    @Test
    void twoWhoWriteAtOnceDoNotMixTheirBytes() throws Exception {
        var film = film(3_000);
        try (var machine = machine();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var at = address(begun(machine, film));
            var both = new ArrayList<Future<Integer>>();
            for (var n = 0; n < 4; n++) {
                both.add(threads.submit(() -> {
                    try (var own = machine.another()) {
                        return piece(own, at, 0, Arrays.copyOf(film, 1_000)).statusCode();
                    }
                }));
            }
            var said = new ArrayList<Integer>();
            for (var one : both) {
                said.add(one.get());
            }
            assertThat(said).containsExactlyInAnyOrder(204, 409, 409, 409);
            assertThat(piece(machine, at, 1_000, Arrays.copyOfRange(film, 1_000, 3_000))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(opened(machine.facility())).singleElement().isEqualTo(film);
        }
    }

    /// A062: 100,000 of them are not begun.
    @Test
    void whoHasBegunTooManyFinishesOrEndsOneFirst() throws Exception {
        try (var machine = machine()) {
            var last = "";
            for (var n = 0; n < Uploads.MOST; n++) {
                last = address(begun(machine, film(100 + n)));
            }
            var refused = begun(machine, film(99));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(machine.tus("DELETE", last, new byte[0]).statusCode()).isEqualTo(204);
            assertThat(machine.tus("HEAD", last, new byte[0]).statusCode()).isEqualTo(404);
            address(begun(machine, film(99)));
        }
    }
}
