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
import java.util.List;
import javax.sql.DataSource;

/// Checks the whole log against itself and against checkpoints kept outside (監査ログの検証): each leaf from
/// its event and salt, each tile, each checkpoint with its signature, and that nothing stands beside them. It
/// needs to read only.
public final class AuditCheck {
    private final LogKey key;
    private final List<String> held;

    /// Whether a log with checkpoints is nothing to be believed without one that was kept outside.
    private final boolean demandsHeld;

    /// @param held checkpoints that were kept elsewhere: by witnesses, with receipts, by this machine
    public AuditCheck(Keys keys, List<String> held) {
        this(keys, held, false);
    }

    private AuditCheck(Keys keys, List<String> held, boolean demandsHeld) {
        this.key = new LogKey(keys);
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

    /// Checks within the caller's transaction.
    Verdict check(Connection connection) throws SQLException {
        try (var leaves = new LeafCheck(connection, key, held)) {
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
