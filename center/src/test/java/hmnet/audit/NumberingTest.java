package hmnet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberingTest extends AuditCentre {
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
    void twoNodesNeverNumberAtTheSameTime() {
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(?)")
                    .param(0x686d6e65_61756474L)
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

    @Test
    void nothingIsSignedOnceACheckpointThatWasSeenIsGone(@TempDir Path elsewhere) {
        write(opened(null, Map.of()));
        awaitNumbering();
        var seen = new LastSeen(elsewhere);
        seen.demandIn(checkpoints);
        seen.keep(checkpoints.newest().orElseThrow());
        seen.demandIn(checkpoints);
        seen.keep("hmnet.example\n900000000\n" + Hash.EMPTY + "\n\n— hmnet.example AAAA\n");
        assertThatThrownBy(() -> seen.demandIn(checkpoints))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("rolled back or replaced");
    }
}
