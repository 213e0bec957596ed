package hmnet.ground.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Refuses a database that would acknowledge what it may lose (R003: 24 % of acknowledged rows over eight
/// power cuts with `synchronous_commit` off).
final class Durability {
    private static final List<String> NEEDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    static void demand(Accounts accounts) {
        try (var connection =
                        DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
                var statement = connection.createStatement()) {
            for (var setting : NEEDED) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    var value = rows.getString(1);
                    if (value.equals("off") || value.equals("local")) {
                        throw new UnsafeSetting("PostgreSQL has " + setting + " = " + value
                                + ": acknowledged records could be lost. Set it to on.");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + accounts.url() + " does not answer", e);
        }
    }
}
