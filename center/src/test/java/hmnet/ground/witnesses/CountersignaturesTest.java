package hmnet.ground.witnesses;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.transparency.Checkpoints;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Cosigner;
import hmnet.witness.log.Hash;
import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The door for countersignatures, by real requests: who is turned away, and what is kept.
class CountersignaturesTest extends Centre {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    WitnessSightings sightings;

    /// A checkpoint that no test before countersigned.
    private Checkpoint fresh() {
        var before = checkpoints.size();
        transaction.executeWithoutResult(status -> audit.write(Trace.of(Action.SIGN_OUT, Actor.staff(12), "ended")));
        await(() -> checkpoints.size() > before);
        return Checkpoint.read(checkpoints.newest().orElseThrow());
    }

    private String ours(Checkpoint checkpoint) {
        return checkpoints.note(checkpoint.size()).orElseThrow();
    }

    private static String line(Checkpoint checkpoint) {
        return TestWitness.KEY.line(checkpoint, Instant.now()) + "\n";
    }

    @Test
    void aGenuineLineIsKeptShownToAllAndCopiedOutsideTheDatabase() throws Exception {
        var checkpoint = fresh();
        var answer = post(ours(checkpoint) + line(checkpoint));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("kept\n");
        var shown = get("/audit/witnessed").body();
        assertThat(shown).startsWith(checkpoint.body());
        assertThat(VerifierKey.ofWitness(TestWitness.verifier()).signed(shown)).isTrue();
        assertThat(VerifierKey.ofLog(checkpoints.verifier()).signed(shown)).isTrue();
        try (var copies = Files.list(data().resolve("audit").resolve("countersigned"))) {
            assertThat(copies.map(CountersignaturesTest::text)).contains(shown);
        }
        assertThat(sightings.all())
                .filteredOn(witness -> witness.name().equals("witness.association.example"))
                .singleElement()
                .satisfies(witness -> {
                    assertThat(witness.size()).isEqualTo(checkpoint.size());
                    assertThat(witness.at()).isNotNull();
                    assertThat(witness.state()).isEqualTo(WitnessSightings.WitnessState.CURRENT);
                });
    }

    @Test
    void aWitnessThatNobodyConfiguredIsTurnedAway() throws Exception {
        var checkpoint = fresh();
        var stranger = Cosigner.make("witness.stranger.example");
        var answer = post(ours(checkpoint) + stranger.line(checkpoint, Instant.now()) + "\n");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(kept(checkpoint)).isZero();
    }

    @Test
    void aLineUnderTheNameOfAWitnessByAnotherKeyIsTurnedAway() throws Exception {
        var checkpoint = fresh();
        var impostor = Cosigner.make("witness.association.example");
        assertThat(post(ours(checkpoint) + impostor.line(checkpoint, Instant.now()) + "\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(kept(checkpoint)).isZero();
    }

    @Test
    void aLineThatSignsAnotherCheckpointIsTurnedAway() throws Exception {
        var checkpoint = fresh();
        var other = new Checkpoint(checkpoint.origin(), checkpoint.size(), Hash.EMPTY);
        assertThat(post(ours(checkpoint) + line(other)).statusCode()).isEqualTo(422);
        assertThat(kept(checkpoint)).isZero();
    }

    @Test
    void aCheckpointThatWasNeverSignedHereIsTurnedAway() throws Exception {
        var checkpoint = fresh();
        var fork = new Checkpoint(checkpoint.origin(), checkpoint.size(), Hash.EMPTY);
        assertThat(post(fork.body() + "\n" + line(fork)).statusCode()).isEqualTo(404);
        var future = new Checkpoint(checkpoint.origin(), 900_000_000, Hash.EMPTY);
        assertThat(post(future.body() + "\n" + line(future)).statusCode()).isEqualTo(404);
        assertThat(kept(checkpoint)).isZero();
    }

    @Test
    void aSizeBelowTheLargestOfThatWitnessIsTurnedAway() throws Exception {
        var old = fresh();
        var now = fresh();
        assertThat(post(ours(now) + line(now)).statusCode()).isEqualTo(200);
        var answer = post(ours(old) + line(old));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(Long.parseLong(answer.body().strip())).isGreaterThanOrEqualTo(now.size());
        assertThat(kept(old)).isZero();
        assertThat(post(ours(now) + line(now)).statusCode()).isEqualTo(200);
        assertThat(kept(now)).isOne();
    }

    @Test
    void aHugeBodyIsTurnedAwayUnread() throws Exception {
        assertThat(post("x".repeat(CountersignatureRoutes.BYTES_MAX + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsNoNoteOrHasNoLineOrTwoIsTurnedAway() throws Exception {
        var checkpoint = fresh();
        for (var body : List.of(
                "",
                "hello",
                "\n\n\n\n",
                ours(checkpoint),
                ours(checkpoint) + line(checkpoint).repeat(2))) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(kept(checkpoint)).isZero();
    }

    @Test
    void anAddressThatKnocksWithoutEndIsAskedToWait() {
        var limit = new PostLimit(3, Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC));
        assertThat(List.of(
                        limit.admits("a"), limit.admits("a"), limit.admits("a"), limit.admits("a"), limit.admits("b")))
                .containsExactly(true, true, true, false, true);
    }

    @Test
    void aMinuteLaterTheAddressMayKnockAgain() {
        var now = new Instant[] {Instant.EPOCH};
        var limit = new PostLimit(1, new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        now[0] = now[0].plus(Duration.ofMinutes(1));
        assertThat(limit.admits("a")).isTrue();
    }

    private long kept(Checkpoint checkpoint) {
        return db.sql("select count(*) from checkpoint_witness where size = ?")
                .param(checkpoint.size())
                .query(Long.class)
                .single();
    }

    private static String text(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/audit/countersignatures"))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
