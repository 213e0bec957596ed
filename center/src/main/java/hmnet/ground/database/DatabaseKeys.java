package hmnet.ground.database;

import hmnet.ground.keys.KeyCheck;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Asks a database about its keys (鍵の照合), before it is migrated or written to.
final class DatabaseKeys {
    private DatabaseKeys() {}

    /// Whether it holds what keys that are missing would have opened.
    static boolean needed(Accounts accounts) {
        try (var connection = owner(accounts)) {
            return KeyCheck.holdsData(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + accounts.url() + " does not answer", e);
        }
    }

    /// Refuses keys with which it was not sealed.
    static void demand(Accounts accounts, Keys keys) {
        try (var connection = owner(accounts)) {
            KeyCheck.demand(connection, keys);
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + accounts.url() + " does not answer", e);
        }
    }

    private static Connection owner(Accounts accounts) throws SQLException {
        return DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }
}
