package hmnet.record.inbox;

import hmnet.record.inbox.InboxState.FileState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/// Reads inbox rows with their outcome.
final class InboxRows {
    private InboxRows() {}

    /// Of a query that names `InboxSeal.PATH` and `InboxSeal.DETAIL`.
    static InboxState state(ResultSet row, InboxSeal seal) throws SQLException {
        var repairs = row.getArray("repairs");
        return new InboxState(
                row.getLong("id"),
                seal.path(row),
                word(row),
                row.getString("reason"),
                seal.detail(row),
                repairs == null ? List.of() : List.of((String[]) repairs.getArray()),
                row.getObject("received_at", OffsetDateTime.class));
    }

    private static FileState word(ResultSet row) throws SQLException {
        if (row.getBoolean("waiting")) {
            return FileState.WAITING;
        }
        var outcome = row.getInt("state");
        if (outcome == FileState.QUARANTINED_CODE) {
            return FileState.QUARANTINED;
        }
        return outcome == FileState.REPAIRED_CODE ? FileState.REPAIRED : FileState.ACCEPTED;
    }
}
