package hmnet.ground.audit;

import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.ground.transparency.BrokenLog;
import hmnet.ground.transparency.LogKey;
import hmnet.ground.transparency.NewestCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Checks the whole log against itself and against checkpoints kept outside (監査ログの検証): each leaf from
/// its event and salt, each tile, each checkpoint with its signature, and that nothing stands beside them. It
/// needs to read only, and the centre's key, since events are sealed.
public final class AuditCheck {
    private final LogKey key;
    private final SealedTraces sealedTraces;
    private final List<String> held;

    /// Whether a log with checkpoints is nothing to be believed without one that was kept outside.
    private final boolean demandsHeld;

    /// @param held checkpoints that were kept elsewhere: by witnesses, with receipts, by this machine
    public AuditCheck(Keys keys, List<String> held) {
        this(keys, held, false);
    }

    private AuditCheck(Keys keys, List<String> held, boolean demandsHeld) {
        this.key = new LogKey(keys);
        this.sealedTraces = new SealedTraces(keys);
        this.held = List.copyOf(held);
        this.demandsHeld = demandsHeld;
    }

    /// The check of a data folder, against the checkpoint it remembers. A log that was rolled back and a copy that was
    /// taken away look the same, so a folder without it is a difference.
    public static AuditCheck of(Path data) throws IOException {
        return new AuditCheck(
                Secrets.in(data).keys(),
                new NewestCheckpoint(new DataFolder(data)).note().stream().toList(),
                true);
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

    /// Checks within the caller's transaction.
    Verdict check(Connection connection) throws SQLException {
        try (var leaves = new LeafCheck(connection, key, sealedTraces, held)) {
            leaves.check();
            OrphanEvents.refuse(connection);
            if (demandsHeld && held.isEmpty() && leaves.size() > 0) {
                return new Verdict.Differs(
                        "audit/last-checkpoint of the data folder is missing: nothing kept outside the"
                                + " database says how far the log reached. Put back the copy from a backup.");
            }
            return new Verdict.Sound(leaves.size(), OrphanEvents.waiting(connection), leaves.erased());
        } catch (BrokenLog difference) {
            return new Verdict.Differs(String.valueOf(difference.getMessage()));
        }
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
        record Differs(String what) implements Verdict {
            @Override
            public String toString() {
                return "audit: DIFFERS " + what;
            }
        }
    }
}
