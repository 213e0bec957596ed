package hmnet.record.charts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/// Where a row stands and which original it was cut from (記録の所在).
record RowPlace(long patient, long facility, OffsetDateTime occurredAt, long inbox) {
    static RowPlace of(ResultSet row) throws SQLException {
        return new RowPlace(
                row.getLong("patient"),
                row.getLong("facility"),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getLong("inbox"));
    }
}
