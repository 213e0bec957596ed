package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.AuditSettings;
import hmnet.ground.transparency.Checkpoints;
import hmnet.ground.transparency.NewestCheckpoint;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Hash;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SequencerRoundTest extends AuditCentre {
    @Autowired
    Keys keys;

    @Autowired
    Sequencer sequencer;

    @Test
    void everyEventOfManyWritersGetsOneNumberAndNoNumberIsLeftOut() throws Exception {
        List<Callable<UUID>> writers = IntStream.range(0, 400)
                .<Callable<UUID>>mapToObj(i -> () -> write(opened(null, Map.of("n", "" + i))))
                .toList();
        try (var clients = Executors.newFixedThreadPool(16)) {
            for (var done : clients.invokeAll(writers)) {
                assertThat(done.get()).isNotNull();
            }
        }
        awaitNumbering();
        assertThat(db.sql(
                                "select count(*) = max(leaf) + 1 and count(*) = (select count(*) from audit_event) from audit_leaf")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theSequencerNumbersAgainAfterEachRestart() {
        for (int i = 0; i < 20; i++) {
            sequencer.stop();
            var event = write(opened(null, Map.of()));
            sequencer.start();
            await(() -> audit.receipt(event).isPresent());
        }
    }

    @Test
    void twoNodesNeverNumberAtTheSameTime() {
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(?)")
                    .param(SequencerRound.LOCK)
                    .query((row, n) -> "")
                    .single();
            var other = CompletableFuture.supplyAsync(() -> {
                var event = write(opened(null, Map.of()));
                try {
                    Thread.sleep(600);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return audit.receipt(event);
            });
            assertThat(other.join()).isEmpty();
        });
        awaitNumbering();
    }

    @ParameterizedTest
    @CsvSource({
        "delete from audit_leaf where leaf >= (select max(leaf) - 1 from audit_leaf), its newest checkpoint says",
        "update audit_leaf set hash = sha256('x') where leaf = (select max(leaf) from audit_leaf), is not the one",
    })
    void nothingIsSignedOnTopOfALogThatWasChanged(String tampering, String words, @TempDir Path elsewhere)
            throws SQLException {
        write(opened(null, Map.of("n", "1")));
        write(opened(null, Map.of("n", "2")));
        awaitNumbering();
        while (newestLeafEndsATile()) {
            write(opened(null, Map.of("n", "3")));
            awaitNumbering();
        }
        try (var owner = owner()) {
            var inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            var sequencerRound = numbering(inside, elsewhere);
            inside.sql(tampering).update();
            happen(1, inside);
            assertThatThrownBy(sequencerRound::round)
                    .isInstanceOf(BrokenLog.class)
                    .hasMessageContaining(words);
        }
    }

    @Test
    void onlyBehindAFullRoundTheNextOneComesAtOnce(@TempDir Path elsewhere) throws SQLException {
        awaitNumbering();
        try (var owner = owner()) {
            var inside = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            var sequencerRound = numbering(inside, elsewhere);
            happen(SequencerRound.BATCH, inside);
            assertThat(sequencerRound.round().orElseThrow().full()).isTrue();
            happen(3, inside);
            assertThat(sequencerRound.round().orElseThrow().full()).isFalse();
        }
    }

    /// A round reads leaves of a whole tile no more, only the tile's hash: what is changed there is for `audit verify`.
    private boolean newestLeafEndsATile() {
        return db.sql("select count(*) from audit_leaf").query(Long.class).single() % AuditTree.WIDTH == 0;
    }

    /// A session that holds the lock gets it again, so this one is the sequencer until it is rolled back.
    private SequencerRound numbering(JdbcClient inside, Path elsewhere) {
        inside.sql("select pg_advisory_xact_lock(?)")
                .param(SequencerRound.LOCK)
                .query((row, n) -> "")
                .single();
        var settings = new AuditSettings("hmnet.example", 200, List.of(), 60);
        return new SequencerRound(
                inside, new Checkpoints(inside, keys, settings), new NewestCheckpoint(new DataFolder(elsewhere)));
    }

    private static void happen(int times, JdbcClient inside) {
        inside.sql("""
                        insert into audit_event (id, at, salt, event)
                        select gen_random_uuid(), now(), ?, '{}' from generate_series(1, ?)""").params(new byte[16], times).update();
    }

    @Test
    void nothingIsSignedOnceACheckpointThatWasSeenIsGone(@TempDir Path elsewhere) {
        write(opened(null, Map.of()));
        awaitNumbering();
        var seen = new NewestCheckpoint(new DataFolder(elsewhere));
        seen.demandIn(checkpoints);
        seen.keep(checkpoints.newest().orElseThrow());
        seen.demandIn(checkpoints);
        seen.keep("hmnet.example\n900000000\n" + Hash.EMPTY + "\n\n— hmnet.example AAAA\n");
        assertThatThrownBy(() -> seen.demandIn(checkpoints))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("rolled back or replaced");
    }
}
