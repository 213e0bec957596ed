package hmnet.ground.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Refuses a database that would acknowledge what it may lose (R003: 24 % of acknowledged rows over eight
/// power cuts with `synchronous_commit` off): at the start, and as an alarm every minute.
final class Durability {
    private static final List<String> NEEDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /// Of both accounts: PostgreSQL may be told otherwise for one of them.
    static void demand(Accounts accounts) {
        demand(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        demand(accounts.url(), accounts.user(), accounts.password());
    }

    private static void demand(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            for (var setting : NEEDED) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    var value = rows.getString(1);
                    if (value.equals("off") || value.equals("local")) {
                        throw new UnsafeSetting("PostgreSQL has " + setting + " = " + value + " for " + user
                                + ": acknowledged records could be lost. Set it to on.");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + url + " does not answer " + user, e);
        }
    }
}
