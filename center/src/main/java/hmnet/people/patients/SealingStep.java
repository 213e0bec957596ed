package hmnet.people.patients;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// A step of the migrations that seals what stood readable (平文の封印): SQL has no keys. Between one that adds the sealed columns
/// and one that takes the readable ones away. One transaction: broken off, the next start begins it anew, and nothing is
/// half sealed.
public abstract class SealingStep implements JavaMigration {
    protected static final int BATCH = 1_000;
    private final String version;
    private final String description;

    protected SealingStep(String version, String description) {
        this.version = version;
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    /// What is written for one row.
    protected interface SealedRow {
        void of(ResultSet row) throws SQLException;
    }

    /// Writes one statement for each row that is read, however many there are.
    protected static void each(PreparedStatement read, PreparedStatement write, SealedRow row) throws SQLException {
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
