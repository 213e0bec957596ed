package hmnet.ground.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Steps of the migrations that seal what stood readable (平文の封印): SQL has no keys. Each stands between one that adds
/// the sealed columns and one that takes the readable ones away. One transaction: broken off, the next start
/// begins it anew, and nothing is half sealed.
public final class SealingStep {
    private static final int BATCH = 1_000;

    private SealingStep() {}

    /// What the step does with the database.
    public interface RowSealer {
        void seal(Connection db) throws SQLException;
    }

    /// What is written for one row.
    public interface SealedRow {
        void of(ResultSet row) throws SQLException;
    }

    /// Without a class name of its own: the migrations' scanner would warn of one that it cannot make itself.
    public static JavaMigration of(String version, String description, RowSealer sealing) {
        return new JavaMigration() {
            @Override
            public MigrationVersion getVersion() {
                return MigrationVersion.fromVersion(version);
            }

            @Override
            public String getDescription() {
                return description;
            }

            @Override
            public @Nullable Integer getChecksum() {
                return null;
            }

            @Override
            public boolean canExecuteInTransaction() {
                return true;
            }

            @Override
            public void migrate(Context context) throws SQLException {
                sealing.seal(context.getConnection());
            }
        };
    }

    /// Writes one statement for each row that is read, however many there are.
    public static void each(PreparedStatement read, PreparedStatement write, SealedRow row) throws SQLException {
        read.setFetchSize(BATCH);
        var waiting = 0;
        try (var rows = read.executeQuery()) {
            while (rows.next()) {
                row.of(rows);
                write.addBatch();
                if (++waiting % BATCH == 0) {
                    write.executeBatch();
                }
            }
        }
        write.executeBatch();
    }
}
