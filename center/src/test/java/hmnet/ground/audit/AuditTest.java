package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.transparency.AuditSettings;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditTest extends AuditCentre {
    @Autowired
    AuditSettings settings;

    @Test
    void anEventIsWrittenOnlyInsideTheTransactionThatDiscloses() {
        assertThatThrownBy(() -> audit.write(opened(UUID.randomUUID(), Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anActThatIsRolledBackLeavesNoEvent() {
        var person = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            audit.write(opened(person, Map.of()));
            status.setRollbackOnly();
        });
        assertThat(audit.of(person, 10)).isEmpty();
    }

    @Test
    void aPersonSeesWhoLookedNewestFirst() {
        var person = UUID.randomUUID();
        var first = write(opened(person, Map.of("visit", "1")));
        var second = write(opened(person, Map.of("visit", "2")));
        write(opened(UUID.randomUUID(), Map.of()));
        assertThat(audit.of(person, 10)).extracting(AccessLogEntry::id).containsExactly(second, first);
        assertThat(audit.of(person, 1)).extracting(AccessLogEntry::id).containsExactly(second);
        var entry = audit.of(person, 1).getFirst();
        assertThat(entry.action()).isEqualTo(Action.CHART_OPENED);
        assertThat(entry.facility()).isEqualTo(3);
        assertThat(entry.profession()).isEqualTo("doctor");
        assertThat(entry.purpose()).isEqualTo("treatment");
        assertThat(entry.outcome()).isEqualTo("opened");
    }

    /// Two rounds take less than a second: one may have been at work when the event was committed.
    @Test
    void aSignedCheckpointCoversAnEventWithinTwoRounds() {
        write(opened(null, Map.of()));
        awaitNumbering();
        var event = write(opened(null, Map.of()));
        var committed = checkpoints.size();
        await(() -> audit.receipt(event).isPresent());
        var receipt = audit.receipt(event).orElseThrow();
        assertThat(checkpointsBefore(receipt.leaf(), committed))
                .as("without the event, after its commit")
                .isLessThan(2);
        assertThat(settings.sequenceMs()).isLessThan(500);
        assertThat(receipt.holds()).isTrue();
        assertThat(receipt.checkpoint()).startsWith("hmnet.example\n").contains("\n— hmnet.example ");
        assertThat(receipt.text()).startsWith("c2sp.org/tlog-proof@v1\nindex " + receipt.leaf() + "\n");
    }

    private int checkpointsBefore(long leaf, long committed) {
        return db.sql("select count(*) from checkpoint where size > ? and size <= ?")
                .params(committed, leaf)
                .query(Integer.class)
                .single();
    }

    @Test
    void anEventHasNoReceiptBeforeItIsCommitted() {
        transaction.executeWithoutResult(status -> {
            var event = audit.write(opened(null, Map.of()));
            assertThat(audit.receipt(event)).isEmpty();
        });
    }

    @Test
    void oneWhoWritesMakesNobodyElseWait() {
        var late = transaction.execute(status -> {
            var slow = audit.write(opened(null, Map.of()));
            var quick = CompletableFuture.supplyAsync(() -> {
                var event = write(opened(null, Map.of()));
                await(() -> audit.receipt(event).isPresent());
                return event;
            });
            assertThat(quick).succeedsWithin(60, TimeUnit.SECONDS);
            return slow;
        });
        await(() -> audit.receipt(Objects.requireNonNull(late)).isPresent());
    }

    @Test
    void whatIsTooLongIsRefusedAndTheActWithIt() {
        var person = UUID.randomUUID();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.write(opened(person, Map.of()));
                    audit.write(opened(person, Map.of("agent", "x".repeat(1_001))));
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(audit.of(person, 10)).isEmpty();
    }

    @Test
    void nothingIsDisclosedWhenTheLogCannotBeWritten() throws SQLException {
        var person = UUID.randomUUID();
        asOwner("revoke insert on audit_event from hmnet_app");
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        try {
                            audit.write(opened(person, Map.of()));
                        } catch (DataAccessException swallowed) {
                            // Even a caller that ignores the failure does not get its transaction through.
                        }
                        db.sql("select 1").query(Integer.class).single();
                    }))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            asOwner("grant insert on audit_event to hmnet_app");
        }
        write(opened(person, Map.of()));
        assertThat(audit.of(person, 10)).hasSize(1);
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
