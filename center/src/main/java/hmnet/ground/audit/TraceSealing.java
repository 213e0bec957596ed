package hmnet.ground.audit;

import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.keys.Keys;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Seals events that were written before events were sealed (旧い監査イベントの封印), a batch at a time, beside a centre at
/// work. Cut off, it goes on at the next start; two nodes do not hinder each other.
@Component
class TraceSealing {
    private static final Logger LOG = LoggerFactory.getLogger(TraceSealing.class);
    private static final int BATCH = 2_000;

    private final JdbcTemplate db;
    private final TransactionOperations transaction;
    private final SealedTraces sealedTraces;

    TraceSealing(JdbcTemplate db, TransactionOperations transaction, Keys keys) {
        this.db = db;
        this.transaction = transaction;
        this.sealedTraces = new SealedTraces(keys);
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        all();
    }

    void all() {
        long sealed = 0;
        for (long more = batch(); more > 0; more = batch()) {
            sealed += more;
        }
        if (sealed > 0) {
            LOG.info("{} events of the audit log were sealed", sealed);
        }
    }

    private record PlainTrace(UUID id, SaltedText text) {}

    /// @return how many were sealed; 0 when none is left
    long batch() {
        return Objects.requireNonNull(transaction.execute(status -> sealed(db.query(
                "select " + SealedTraces.COLUMNS + " from audit_event e where e.event is not null limit " + BATCH,
                (row, number) -> new PlainTrace(
                        row.getObject("id", UUID.class), sealedTraces.open(row).orElseThrow())))));
    }

    private long sealed(List<PlainTrace> plain) {
        return Objects.requireNonNull(db.queryForObject(
                "select audit_seal(?::uuid[], ?::bytea[], ?::bytea[])",
                Long.class,
                plain.stream().map(trace -> trace.id().toString()).toArray(String[]::new),
                plain.stream()
                        .map(trace -> sealedTraces.seal(trace.id(), trace.text()))
                        .toArray(byte[][]::new),
                plain.stream().map(trace -> trace.text().leaf().bytes()).toArray(byte[][]::new)));
    }
}
