package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Wish;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The door that facilities' machines send through, over real mutual TLS.
class StorageDoorTest extends Ward {
    @Autowired
    MachineConnector connector;

    @LocalServerPort
    int webPort;

    @Test
    void aFileIsKeptOnceAndItsSecondComingIsADuplicate() throws Exception {
        var sender = machine();
        var file = Papers.of(number()).visit();
        var first = sender.post(file);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body()).contains("\"outcome\":\"kept\"").contains(file.path());
        var second = sender.post(file);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).contains("\"outcome\":\"duplicate\"");
        assertThat(second.id()).isEqualTo(first.id());
        settle(sender.facility());
        assertThat(sender.get("/inbox/" + first.id()).body()).containsPattern("\"state\":\"(accepted|repaired)\"");
        assertThat(sender.get("/inbox/counts").body()).contains("\"messages\":1");
    }

    @Test
    void aTarIsReadPlainGzippedAndZstd() throws Exception {
        var papers = Papers.of(number());
        var tar = Parcel.of(papers.visit(), papers.profile());
        for (var packing : List.<UnaryOperator<byte[]>>of(bytes -> bytes, StorageDoorTest::gzip, Zstd::compress)) {
            var sender = machine();
            var answer = sender.tar(packing.apply(tar.bytes()));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"outcome\":\"kept\"") && line.startsWith("{\"id\":"));
            assertThat(sender.tar(packing.apply(tar.bytes())).body().lines())
                    .allMatch(line -> line.contains("\"outcome\":\"duplicate\""));
        }
    }

    @Test
    void linksAndPathsThatCannotBeKeptAreRefusedAndTheRestIsKept() throws Exception {
        var answer = machine()
                .tar(new Parcel()
                        .link("a/link", "/etc/passwd")
                        .file(Papers.of(number()).visit())
                        .bytes());
        assertThat(answer.body().lines()).hasSize(2);
        assertThat(answer.body()).contains("\"path\":\"a/link\",\"outcome\":\"refused\",\"reason\":\"path\"");
        assertThat(answer.body()).contains("\"outcome\":\"kept\"");
    }

    /// A045.
    @Test
    void aPathThatMeansHarmEndsInQuarantineWithItsReason() throws Exception {
        var sender = machine();
        var body = Papers.of(number()).visit().body();
        for (var path : new String[] {"../../etc/passwd", "/etc/passwd", "a/../b", "a\\b", "C:/x"}) {
            var answer = sender.post(new ReceivedFile(path, body));
            assertThat(answer.status()).as(path).isEqualTo(201);
            settle(sender.facility());
            assertThat(sender.get("/inbox/" + answer.id()).body())
                    .as(path)
                    .contains("\"state\":\"quarantined\"")
                    .contains("\"reason\":\"path\"");
        }
        assertThat(sender.post(new ReceivedFile("a\0b", body)).status()).isEqualTo(400);
        assertThat(sender.post(new ReceivedFile(" ", body)).status()).isEqualTo(400);
        assertThat(sender.post(new ReceivedFile("x".repeat(2000), body)).status())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeReadIsKeptAndQuarantinedWithItsReason() throws Exception {
        var sender = machine();
        var papers = Papers.of(number());
        var visit = papers.visit();
        quarantined(sender, visit.path(), new byte[0], "empty");
        quarantined(sender, visit.path(), "~".repeat(200_000).getBytes(US_ASCII), "not-hl7");
        quarantined(sender, visit.path().replace("ADT-12", "XYZ-99"), visit.body(), "unknown-kind");
        var half = Arrays.copyOf(visit.body(), visit.body().length / 3);
        var answer = sender.post(new ReceivedFile(visit.path(), half));
        settle(sender.facility());
        assertThat(sender.get("/inbox/" + answer.id()).body()).contains("\"state\":\"quarantined\"");
    }

    @Test
    void twoGigabytesAreRefusedBeforeTheyAreRead() throws Exception {
        var sender = machine();
        try (var socket = sender.tls().getSocketFactory().createSocket("localhost", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("POST /inbox/ssmix2?path=a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2147483648\r\n\r\n"
                            .getBytes(US_ASCII));
            var head = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.1 413");
        }
        assertThat(inbox.counts(sender.facility()).messages()).isZero();
    }

    /// A sender's tool that calls every body a form must not have it swallowed and acknowledged as empty.
    @Test
    void aBodyThatIsCalledAFormIsKeptWholeOrNotAtAll() throws Exception {
        var path = Papers.of(number()).visit().path();
        for (var body : new byte[][] {Papers.of(number()).visit().body(), "MSH|^~".getBytes(US_ASCII)}) {
            for (var type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
                var sender = machine();
                assertThat(sender.post(new ReceivedFile(path, body), type).status())
                        .as(type)
                        .isBetween(400, 599);
                assertThat(inbox.counts(sender.facility()).messages()).as(type).isZero();
            }
        }
    }

    /// A file of any format comes by its name, one or many, on the same terms as the storage.
    @Test
    void aFileOfAnyFormatIsKeptOnceByItsNameAloneOrInATar() throws Exception {
        var sender = machine();
        var file = new ReceivedFile("RECEIPTC.UKE", "IR,2,34".getBytes(US_ASCII));
        assertThat(sender.file(file, "application/octet-stream").status()).isEqualTo(201);
        assertThat(sender.file(file, "application/octet-stream").body()).contains("\"outcome\":\"duplicate\"");
        assertThat(sender.file(file, "application/x-www-form-urlencoded").status())
                .isEqualTo(415);
        assertThat(sender.file(new ReceivedFile(" ", file.body()), "text/csv").status())
                .isEqualTo(400);
        var visit = Papers.of(number()).visit();
        var tar = Parcel.of(file, visit).bytes();
        assertThat(sender.send("POST", "/inbox/files", "application/x-tar", tar)
                        .body()
                        .lines())
                .satisfiesExactly(
                        known -> assertThat(known).contains("RECEIPTC.UKE", "\"outcome\":\"duplicate\""),
                        fresh -> assertThat(fresh).contains(visit.path(), "\"outcome\":\"kept\""));
        assertThat(sender.post(visit).body()).contains("\"outcome\":\"duplicate\"");
        settle(sender.facility());
        assertThat(sender.get("/inbox/counts").body()).contains("\"messages\":2");
    }

    @Test
    void aStrangersFileOfAnyFormatIsNotTakenAndThePeoplesPortHasNoSuchDoor() throws Exception {
        var file = new ReceivedFile("RECEIPTC.UKE", "IR,2,34".getBytes(US_ASCII));
        var stranger =
                new Machine(facilityCa().issue(Wish.client("stranger")), new FacilityId(0), facilityCa(), port());
        assertThat(stranger.file(file, "application/octet-stream").status()).isEqualTo(401);
        try (var web = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + "/inbox/files?name=x"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(file.body()));
            assertThat(web.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aFacilityAsksForItsOwnFilesOnlyAndIsWhoItsCertificateSays() throws Exception {
        var sender = machine();
        var other = machine();
        var file = Papers.of(number()).visit();
        var kept = sender.send(
                "POST",
                "/inbox/ssmix2?facility=" + other.facility().value() + "&path=" + Machine.encoded(file.path()),
                "application/octet-stream",
                file.body());
        assertThat(inbox.counts(sender.facility()).messages()).isEqualTo(1);
        assertThat(inbox.counts(other.facility()).messages()).isZero();
        assertThat(other.get("/inbox/" + kept.id()).status()).isEqualTo(404);
        assertThat(other.get("/inbox/" + kept.id() + "?facility="
                                + sender.facility().value())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDoorStandsOnTheMachinesPortAlone() throws Exception {
        var sender = machine();
        for (var page : new String[] {"/", "/signin", "/cards/typed", "/intake/quarantine"}) {
            assertThat(sender.get(page).status()).as(page).isEqualTo(404);
        }
        try (var web = HttpClient.newHttpClient()) {
            for (var route : new String[] {"/inbox/1", "/inbox/counts"}) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + route));
                assertThat(web.send(request.build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .as(route)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aStrangersCertificateSendsNothing() throws Exception {
        var stranger =
                new Machine(facilityCa().issue(Wish.client("stranger")), new FacilityId(0), facilityCa(), port());
        assertThat(stranger.post(Papers.of(number()).visit()).status()).isEqualTo(401);
    }

    /// R005: the commit is held back, and with it every byte of the answer.
    @Test
    void noAcknowledgementPrecedesItsCommit() throws Exception {
        var sender = machine();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    create function hold_commit() returns trigger language plpgsql as
                    $$begin perform pg_advisory_xact_lock_shared(770077); return null; end$$""");
            statement.execute("""
                    create constraint trigger hold_commit after insert on inbox deferrable initially deferred
                    for each row when (new.facility = %d) execute function hold_commit()""".formatted(sender.facility().value()));
            owner.commit();
            try {
                var file = Papers.of(number()).visit();
                acknowledgedAfterRelease(() -> sender.async(file), statement);
                acknowledgedAfterRelease(
                        () -> sender.asyncTar(
                                Parcel.of(Papers.of(number()).visit()).bytes()),
                        statement);
                assertThat(inbox.counts(sender.facility()).messages()).isEqualTo(2);
            } finally {
                owner.rollback();
                statement.execute("select pg_advisory_unlock_all()");
                statement.execute("drop trigger hold_commit on inbox");
                statement.execute("drop function hold_commit()");
                owner.commit();
            }
        }
    }

    private void acknowledgedAfterRelease(Supplier<CompletableFuture<String>> sending, Statement statement)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        statement.execute("select pg_advisory_lock(770077)");
        var answer = sending.get();
        await(() -> waitingForTheLock() > 0);
        Thread.sleep(500);
        assertThat(answer.getNow("")).isEmpty();
        statement.execute("select pg_advisory_unlock(770077)");
        assertThat(answer.get(20, TimeUnit.SECONDS)).contains("\"outcome\":\"kept\"");
    }

    private long waitingForTheLock() {
        return db.sql("select count(*) from pg_locks where locktype = 'advisory' and objid = 770077 and not granted")
                .query(Long.class)
                .single();
    }

    private void quarantined(Machine sender, String path, byte[] body, String reason) throws Exception {
        var answer = sender.post(new ReceivedFile(path, body));
        assertThat(answer.status()).as(reason).isEqualTo(201);
        settle(sender.facility());
        assertThat(sender.get("/inbox/" + answer.id()).body())
                .contains("\"state\":\"quarantined\"")
                .contains("\"reason\":\"" + reason + "\"");
    }

    private Machine machine() throws GeneralSecurityException {
        return Machine.of(hospital(), facilities, facilityCa(), port());
    }

    private int port() {
        return connector.port().orElseThrow();
    }

    private static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
