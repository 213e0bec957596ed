package hmnet.ground.audit;

import hmnet.ground.audit.AuditReport.ReportVerdict;
import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.ground.transparency.CountersignedCopies;
import hmnet.ground.transparency.LogKey;
import hmnet.ground.transparency.NewestCheckpoint;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Checks the whole log against itself and against checkpoints kept outside (監査ログの検証): each leaf from
/// its event and salt, each tile, each checkpoint with its signature, and that nothing stands beside them. It
/// needs to read only, and the centre's key, since events are sealed.
public final class AuditCheck {
    private static final double NANOS = 1e9;

    private final LogKey key;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;
    private final List<String> held;
    private final List<String> witnessed;

    /// Whether a log with checkpoints is nothing to be believed without one that was kept outside.
    private final boolean demandsHeld;

    /// @param held checkpoints that were kept elsewhere: with receipts, by this machine
    public AuditCheck(Keys keys, List<String> held) {
        this(keys, held, List.of(), false);
    }

    private AuditCheck(Keys keys, List<String> held, List<String> witnessed, boolean demandsHeld) {
        this.key = new LogKey(keys);
        this.sealedTraces = new SealedTraces(keys);
        this.traceKeys = new TraceKeys(keys);
        this.held = List.copyOf(held);
        this.witnessed = List.copyOf(witnessed);
        this.demandsHeld = demandsHeld;
    }

    /// The check of a data folder, against the checkpoint it remembers and those that witnesses countersigned. A log
    /// that was rolled back and a copy that was taken away look the same, so a folder without it is a difference.
    public static AuditCheck of(Path data) throws IOException {
        return of(data, List.of());
    }

    /// @param heads what witnesses themselves keep, handed over by them
    public static AuditCheck of(Path data, List<String> heads) throws IOException {
        var folder = new DataFolder(data);
        var keys = Secrets.in(data).keys();
        var key = new LogKey(keys);
        for (var head : heads) {
            if (!head.startsWith(key.sign(Checkpoint.read(head)))) {
                throw new IllegalArgumentException("a head that was given is no checkpoint of this log");
            }
        }
        var witnessed = Stream.concat(new CountersignedCopies(folder).notes().stream(), heads.stream())
                .toList();
        return new AuditCheck(keys, new NewestCheckpoint(folder).note().stream().toList(), witnessed, true);
    }

    /// Checks one moment of the log; it may grow meanwhile.
    public Verdict check(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return check(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /// What one leaf is made of, for somebody to check it without the key; empty when there is no such event or it was
    /// erased.
    public Optional<LeafText> event(DataSource database, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select " + SealedTraces.COLUMNS + " from audit_event e where e.id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? sealedTraces
                                .open(row)
                                .map(text -> new LeafText(
                                        HexFormat.of().formatHex(text.salt()),
                                        text.text(),
                                        HexFormat.of().formatHex(text.leaf().bytes())))
                        : Optional.empty();
            }
        }
    }

    /// Salt, text, and the leaf they give: SHA-256(0x00 ‖ SHA-256(salt ‖ text)).
    public record LeafText(String salt, String text, String leaf) {
        @Override
        public String toString() {
            return "salt  " + salt + "\ntext  " + text + "\nleaf  " + leaf;
        }
    }

    /// The check with its time and the size of what was checked, for people and machines.
    public AuditReport report(DataSource database) throws SQLException {
        var began = System.nanoTime();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var verdict = check(connection);
                var signed = newest(connection);
                return report(verdict, events(connection), signed, (System.nanoTime() - began) / NANOS);
            } finally {
                connection.rollback();
            }
        }
    }

    private static AuditReport report(Verdict verdict, long events, Optional<Checkpoint> signed, double seconds) {
        var size = signed.map(Checkpoint::size).orElse(0L);
        var root = signed.map(checkpoint -> checkpoint.root().toString()).orElse("-");
        return switch (verdict) {
            case Verdict.Sound sound ->
                new AuditReport(
                        events,
                        size,
                        root,
                        seconds,
                        ReportVerdict.INTACT,
                        OptionalLong.empty(),
                        "waiting=" + sound.waiting() + " erased=" + sound.erased());
            case Verdict.Differs differs ->
                new AuditReport(events, size, root, seconds, ReportVerdict.BROKEN, differs.leaf(), differs.what());
            case Verdict.Behind behind ->
                new AuditReport(
                        events,
                        size,
                        root,
                        seconds,
                        ReportVerdict.BEHIND_WITNESS,
                        OptionalLong.of(behind.size()),
                        behind.toString());
        };
    }

    private static long events(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<Checkpoint> newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select note from checkpoint order by size desc limit 1")) {
            return row.next() ? Optional.of(Checkpoint.read(row.getString(1))) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Checks within the caller's transaction.
    public Verdict check(Connection connection) throws SQLException {
        var outside = Stream.concat(held.stream(), witnessed.stream()).toList();
        try (var leaves = new LeafCheck(connection, key, sealedTraces, traceKeys, outside)) {
            leaves.check();
            OrphanEvents.refuse(connection);
            if (demandsHeld && held.isEmpty() && leaves.size() > 0) {
                return new Verdict.Differs(
                        "audit/last-checkpoint of the data folder is missing: nothing kept outside the"
                                + " database says how far the log reached. Put back the copy from a backup.",
                        OptionalLong.empty());
            }
            var ahead = leaves.ahead();
            return ahead.isEmpty()
                    ? new Verdict.Sound(leaves.size(), OrphanEvents.waiting(connection), leaves.erased())
                    : rolledBack(ahead, leaves.size());
        } catch (BrokenLog difference) {
            return new Verdict.Differs(String.valueOf(difference.getMessage()), difference.leaf());
        }
    }

    private Verdict rolledBack(List<String> ahead, long size) {
        var largest = ahead.getLast();
        var reached = Checkpoint.read(largest).size();
        return ahead.stream().anyMatch(witnessed::contains)
                ? new Verdict.Behind(size, reached)
                : new Verdict.Differs(
                        "the log was rolled back: a checkpoint of " + reached
                                + " was kept elsewhere, and the log holds " + size,
                        OptionalLong.of(size));
    }

    /// What a check of the whole log found (検証結果).
    public sealed interface Verdict {
        /// Every event, hash and checkpoint fits.
        ///
        /// @param events how many are in the tree
        /// @param waiting how many are not yet numbered
        /// @param erased how many bodies were erased, each with an event that says so
        record Sound(long events, long waiting, long erased) implements Verdict {
            @Override
            public String toString() {
                return "audit: sound events=" + events + " waiting=" + waiting + " erased=" + erased;
            }
        }

        /// The first thing that does not fit, in words.
        ///
        /// @param leaf the first leaf concerned, where that is known
        record Differs(String what, OptionalLong leaf) implements Verdict {
            @Override
            public String toString() {
                return "audit: DIFFERS " + what;
            }
        }

        /// All that is there fits, and a witness countersigned more: the end was cut off.
        record Behind(long size, long witnessed) implements Verdict {
            @Override
            public String toString() {
                return "the log was rolled back: a witness countersigned " + witnessed + " events, and the log holds "
                        + size;
            }
        }
    }
}
