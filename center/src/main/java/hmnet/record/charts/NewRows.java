package hmnet.record.charts;

import hmnet.record.filing.RecordState;
import hmnet.record.vault.RowSeals;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How much of a chart came since a moment (新着の件数), within its grant.
@Component
public class NewRows {
    private static final int COUNTED_MAX = 1_000;
    private static final String NEWER = "r.state = " + RecordState.LIVE_CODE + " " + GrantRows.NO_DOUBLE
            + " and r.received_at > ?::timestamptz limit ";

    private final JdbcTemplate db;
    private final RowSeals seals;

    NewRows(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// Counts in the transaction in which the chart is open.
    public long since(Chart chart, OffsetDateTime moment) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        if (rows.none()) {
            return 0;
        }
        var sql = rows.sql("select count(*) from (", "r.id", "", NEWER + COUNTED_MAX, ") r");
        return Objects.requireNonNull(db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, List.of(moment.toString()), List.of());
                    return statement;
                },
                found -> {
                    found.next();
                    return found.getLong(1);
                }));
    }
}
