package hmnet.bench.stage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// How much a centre holds (蓄積量): messages kept, resources filed from them, and what the database weighs.
public record Holdings(long messages, long resources) {
    public static Holdings of(CentreProcess centre) throws IOException {
        try (var database = OwnerDatabase.of(centre)) {
            return new Holdings(
                    number(database, "select sum(kept) from inbox_received"),
                    number(database, "select sum(resources) from inbox_count"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// The whole database on disk after a checkpoint: tables, indexes, inbox and audit.
    public static long bytes(CentreProcess centre) throws IOException {
        try (var database = OwnerDatabase.as(centre, "postgres")) {
            try (var statement = database.createStatement()) {
                statement.execute("checkpoint");
            }
            return number(database, "select pg_database_size('hmnet')");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
