package hmnet.ground.audit;

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

/// Makes events of before findable by who and from which facility (旧い監査イベントの索引づけ), a batch at a time, beside a centre
/// at work. Cut off, it goes on at the next start. From which address they came was not kept then.
@Component
class TraceKeying {
    private static final Logger LOG = LoggerFactory.getLogger(TraceKeying.class);
    private static final int BATCH = 2_000;

    private final JdbcTemplate db;
    private final TransactionOperations transaction;
    private final TraceSealing sealing;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;

    TraceKeying(JdbcTemplate db, TransactionOperations transaction, TraceSealing sealing, Keys keys) {
        this.db = db;
        this.transaction = transaction;
        this.sealing = sealing;
        this.sealedTraces = new SealedTraces(keys);
        this.traceKeys = new TraceKeys(keys);
    }

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        all();
    }

    /// What was never sealed is sealed first: a key stands beside a sealed text alone.
    void all() {
        sealing.all();
        long keyed = 0;
        for (long more = batch(); more > 0; more = batch()) {
            keyed += more;
        }
        if (keyed > 0) {
            LOG.info("{} events of the audit log can be found by who and from where", keyed);
        }
    }

    /// @return how many were keyed; 0 when none is left
    long batch() {
        return Objects.requireNonNull(transaction.execute(status -> keyed(db.query(
                "select " + SealedTraces.COLUMNS + " from audit_event e"
                        + " where e.actor_key is null and e.body is not null limit " + BATCH,
                (row, number) ->
                        AuditEvent.read(sealedTraces.open(row).orElseThrow().text())))));
    }

    private long keyed(List<AuditEvent> events) {
        var keys = events.stream().map(traceKeys::of).toList();
        return Objects.requireNonNull(db.queryForObject(
                "select audit_key(?::uuid[], ?::bigint[], ?::bigint[])",
                Long.class,
                events.stream().map(AuditEvent::id).map(UUID::toString).toArray(String[]::new),
                keys.stream().map(TraceKeys.EventKeys::actor).toArray(Long[]::new),
                keys.stream().map(TraceKeys.EventKeys::facility).toArray(Long[]::new)));
    }
}
