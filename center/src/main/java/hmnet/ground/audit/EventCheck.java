package hmnet.ground.audit;

import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.audit.TraceKeys.EventKeys;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// Holds each event against its leaf (イベントの照合): opened, hashed and compared with the columns beside it. Events are
/// read in the order in which they lie, one stream, while others open and hash what was read: a million takes
/// seconds.
final class EventCheck {
    private static final int FETCH = 2_000;

    /// Batches that wait for a thread; more would only fill memory.
    private static final int WAITING = 8;

    /// Together in one pass: a join of the two tables by hashing, the leaves in memory.
    private static final String JOINED = """
            select l.leaf, l.hash, e.id as found, e.at, e.person, e.body, e.salt, e.event,
                   e.actor_key, e.facility_key, e.address_key, e.credential_key
              from audit_leaf l left join audit_event e on e.id = l.event""";

    private final Connection connection;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;
    private final Set<Long> erased = new TreeSet<>();
    private final Set<Long> explained = new TreeSet<>();
    private @Nullable BrokenLog first;

    EventCheck(Connection connection, SealedTraces sealedTraces, TraceKeys traceKeys) {
        this.connection = connection;
        this.sealedTraces = sealedTraces;
        this.traceKeys = traceKeys;
    }

    /// A row as the database has it.
    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    private record LeafRow(
            long leaf,
            byte[] hash,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable UUID person,
            byte @Nullable [] body,
            byte @Nullable [] salt,
            @Nullable String event,
            EventKeys keys) {
        static LeafRow of(ResultSet row) throws SQLException {
            var at = row.getObject(4, OffsetDateTime.class);
            return new LeafRow(
                    row.getLong(1),
                    row.getBytes(2),
                    row.getObject(3, UUID.class),
                    at == null ? null : at.toInstant(),
                    row.getObject(5, UUID.class),
                    row.getBytes(6),
                    row.getBytes(7),
                    row.getString(8),
                    new EventKeys(
                            row.getObject(9, Long.class),
                            row.getObject(10, Long.class),
                            row.getObject(11, Long.class),
                            row.getObject(12, Long.class)));
        }
    }

    /// Looks at all of them; what does not fit is kept for `refuse`.
    void check() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local work_mem = '256MB'");
            statement.execute("set local enable_nestloop = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local jit = off");
        }
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            read(pool, new Semaphore(WAITING));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The events cannot be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        }
    }

    private void read(ExecutorService pool, Semaphore places)
            throws SQLException, InterruptedException, ExecutionException {
        try (var query = connection.prepareStatement(JOINED)) {
            binary(query);
            query.setFetchSize(FETCH);
            try (var rows = query.executeQuery()) {
                var batch = new ArrayList<LeafRow>(FETCH);
                while (rows.next()) {
                    batch.add(LeafRow.of(rows));
                    if (batch.size() == FETCH) {
                        hand(pool, places, batch);
                        batch = new ArrayList<>(FETCH);
                    }
                }
                hand(pool, places, batch);
            }
        }
        places.acquire(WAITING);
    }

    /// As bytes from the first row on: written out as text and read again, a million rows cost as much as hashing them.
    static void binary(PreparedStatement query) throws SQLException {
        query.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }

    private void hand(ExecutorService pool, Semaphore places, List<LeafRow> batch) throws InterruptedException {
        places.acquire();
        pool.execute(() -> {
            try {
                batch.forEach(this::leaf);
            } finally {
                places.release();
            }
        });
    }

    private void leaf(LeafRow row) {
        try {
            hold(row);
        } catch (BrokenLog broken) {
            keep(broken);
        } catch (RuntimeException unforeseen) {
            keep(new BrokenLog("the event of leaf " + row.leaf() + " cannot be read", row.leaf()));
        }
    }

    private synchronized void keep(BrokenLog broken) {
        if (first == null || broken.leaf().orElse(0) < first.leaf().orElse(0)) {
            first = broken;
        }
    }

    private void hold(LeafRow row) {
        var leaf = row.leaf();
        var id = row.id();
        if (id == null) {
            throw new BrokenLog("the event of leaf " + leaf + " is gone", leaf);
        }
        var text = open(leaf, id, row);
        if (text.isEmpty()) {
            demand(row.person() == null, leaf, "the event of leaf " + leaf + " is erased in part only");
            add(erased, leaf);
            return;
        }
        demand(text.get().leaf().equals(new Hash(row.hash())), leaf, "leaf " + leaf + " is not the hash of its event");
        event(row, read(leaf, text.get().text()));
    }

    private Optional<SaltedText> open(long leaf, UUID id, LeafRow row) {
        try {
            return sealedTraces.open(id, row.body(), row.salt(), row.event());
        } catch (IllegalStateException closed) {
            throw new BrokenLog(
                    "the event of leaf " + leaf
                            + " does not open: it was changed, stands in another row, or was sealed under another key",
                    leaf);
        }
    }

    private static AuditEvent read(long leaf, String text) {
        try {
            return AuditEvent.read(text);
        } catch (RuntimeException unreadable) {
            throw new BrokenLog("the text of leaf " + leaf + " is not an event", leaf);
        }
    }

    /// The columns beside the text decide what a person finds, so they must say what the text says.
    private void event(LeafRow row, AuditEvent event) {
        var keys = traceKeys.of(event);
        var same = event.id().equals(row.id())
                && event.at().equals(row.at())
                && Objects.equals(event.trace().person(), row.person())
                && (event.origin() == null ? row.keys().fit(keys) : row.keys().equals(keys));
        demand(same, row.leaf(), "the columns of the event of leaf " + row.leaf() + " do not say what its text says");
        var names = event.trace().detail().get("leaf");
        if (event.trace().action() == Action.ERASED && names != null) {
            add(explained, Long.parseLong(names));
        }
    }

    private synchronized void add(Set<Long> leaves, long leaf) {
        leaves.add(leaf);
    }

    /// Throws what is wrong with the event of this leaf, if it is the first of which something is.
    void refuse(long leaf) {
        if (first != null && first.leaf().orElse(0) <= leaf) {
            throw first;
        }
    }

    void refuseUnexplained() {
        var unexplained = new TreeSet<>(erased);
        unexplained.removeAll(explained);
        if (!unexplained.isEmpty()) {
            throw new BrokenLog(
                    "events were erased and no later event says why: leaves " + unexplained, unexplained.first());
        }
    }

    long erased() {
        return erased.size();
    }

    private static void demand(boolean holds, long leaf, String difference) {
        if (!holds) {
            throw new BrokenLog(difference, leaf);
        }
    }
}
