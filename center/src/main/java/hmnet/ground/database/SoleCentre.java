package hmnet.ground.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That one centre alone works on a database (単一センターの確保): key rings, limits of reading and the file store are each
/// centre's own, so a second one beside it would file what the first cannot open (decision 0074). Held as a lock of a
/// connection of its own, it ends with the process, however that ends.
final class SoleCentre implements AutoCloseable {
    private static final long LOCK = 0x686D_6E65_7400L; // hmnet
    private static final int SECONDS_TO_ANSWER = 5;

    private final Accounts accounts;
    private @Nullable Connection held;

    private SoleCentre(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Waits a while for a centre that is just ending.
    ///
    /// @throws UnsafeSetting when another centre works on this database
    static SoleCentre of(Accounts accounts, Duration patience) {
        var sole = new SoleCentre(accounts);
        var end = Instant.now().plus(patience);
        while (true) {
            try {
                sole.keep();
                return sole;
            } catch (UnsafeSetting other) {
                if (Instant.now().isAfter(end)) {
                    throw other;
                }
                pause(other);
            }
        }
    }

    /// Takes the lock again when its connection broke.
    ///
    /// @throws UnsafeSetting when another centre has it meanwhile
    synchronized void keep() {
        try {
            if (held != null && held.isValid(SECONDS_TO_ANSWER)) {
                return;
            }
            close();
            var connection = DriverManager.getConnection(accounts.url(), accounts.user(), accounts.password());
            if (!locked(connection)) {
                connection.close();
                throw new UnsafeSetting("Another centre works on this database (" + accounts.url()
                        + "). Stop it first: two beside each other could each hold keys the other lacks.");
            }
            held = connection;
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + accounts.url() + " does not answer", e);
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void pause(UnsafeSetting other) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw other;
        }
    }

    @Override
    public synchronized void close() {
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                // It broke already: the server let go of the lock with it.
            }
            held = null;
        }
    }
}
