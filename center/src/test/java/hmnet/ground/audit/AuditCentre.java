package hmnet.ground.audit;

import hmnet.Centre;
import hmnet.ground.database.Accounts;
import hmnet.ground.transparency.Checkpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The shared centre with what tests of the log do again and again.
abstract class AuditCentre extends Centre {
    @Autowired
    Audit audit;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    private Accounts accounts;

    static Trace opened(@Nullable UUID person, Map<String, String> detail) {
        return new Trace(
                Action.CHART_OPENED,
                Actor.staff(12),
                3,
                "doctor",
                person,
                "treatment",
                "opened",
                new TreeMap<>(detail));
    }

    /// Writes an event in a transaction of its own.
    UUID write(Trace trace) {
        return Objects.requireNonNull(transaction.execute(status -> audit.write(trace)));
    }

    /// A connection of the tables' owner, in a transaction that sees one moment and is never committed.
    Connection owner() throws SQLException {
        var connection = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /// Waits until nothing waits for its number.
    void awaitNumbering() {
        await(() -> db.sql("select not exists (select from audit_pending)")
                .query(Boolean.class)
                .single());
    }
}
