package hmnet.ground.audit;

import hmnet.witness.log.BrokenLog;
import java.sql.Connection;
import java.sql.SQLException;

/// Events that are neither in the tree nor on their way into it (行方不明のイベント).
final class OrphanEvents {
    private OrphanEvents() {}

    static void refuse(Connection connection) throws SQLException {
        refuse(connection, "event %s was never given to the log", """
                select e.id from audit_event e
                 where not exists (select from audit_leaf l where l.event = e.id)
                   and not exists (select from audit_pending p where p.event = e.id) limit 1""");
        refuse(connection, "event %s was removed while it waited", """
                select p.event from audit_pending p
                 where not exists (select from audit_event e where e.id = p.event and (e.body is not null or e.event is not null))
                 limit 1""");
        refuse(connection, "event %s waits although it has a leaf", """
                select p.event from audit_pending p join audit_leaf l on l.event = p.event limit 1""");
        refuse(connection, "the countersignature %s stands under no checkpoint", """
                select w.size || ' ' || w.name from checkpoint_witness w
                 where not exists (select from checkpoint c where c.size = w.size) limit 1""");
    }

    static long waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit_pending")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void refuse(Connection connection, String difference, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            if (row.next()) {
                throw new BrokenLog(difference.formatted(row.getString(1)));
            }
        }
    }
}
