package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.RowSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/// Which kinds of record a chart holds of each facility and when (いつ・どこで・何が). Counted by the database, after the
/// grant, and exact however long the chart is: no row is left out and no content is read.
@Component
public class Occurrences {
    private final JdbcTemplate db;
    private final RowSeals seals;

    Occurrences(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// How finely time is cut (目盛り).
    public enum TimeStep {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /// So many rows of one kind, from one facility, in one stretch of time.
    ///
    /// @param first its first day in Japan; of a week the Monday
    public record Occurrence(FacilityId facility, RecordKind kind, LocalDate first, int count) {}

    /// How far back one facility's rows of one kind reach (最古), and how many there are.
    public record Reach(FacilityId facility, RecordKind kind, OffsetDateTime earliest, int count) {}

    public List<Occurrence> of(Chart chart, TimeStep step, CareSpan span) {
        return query(
                chart,
                "select r.facility, r.kind, date_trunc('%s', r.occurred_at at time zone 'Asia/Tokyo')::date as first, count(*) as n from ("
                        .formatted(step.name().toLowerCase(Locale.ROOT)),
                " and r.occurred_at >= ?::timestamptz and r.occurred_at < ?::timestamptz",
                ") r group by 1, 2, 3 order by 1, 2, 3",
                List.of(span.from().toString(), span.until().toString()),
                Occurrences::readOccurrence);
    }

    public List<Reach> reach(Chart chart) {
        return query(
                chart,
                "select r.facility, r.kind, min(r.occurred_at) as earliest, count(*) as n from (",
                "",
                ") r group by 1, 2 order by 1, 2",
                List.of(),
                Occurrences::readReach);
    }

    private <T> List<T> query(
            Chart chart, String head, String span, String tail, List<String> where, RowMapper<T> mapper) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        if (rows.none()) {
            return List.of();
        }
        var sql = rows.sql(head, "r.facility, r.kind, r.occurred_at", "", chart.standing + span, tail);
        return db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, where, List.of());
                    return statement;
                },
                mapper);
    }

    private static Occurrence readOccurrence(ResultSet row, int number) throws SQLException {
        return new Occurrence(
                new FacilityId(row.getLong("facility")),
                RecordKind.of(row.getInt("kind")),
                row.getObject("first", LocalDate.class),
                row.getInt("n"));
    }

    private static Reach readReach(ResultSet row, int number) throws SQLException {
        return new Reach(
                new FacilityId(row.getLong("facility")),
                RecordKind.of(row.getInt("kind")),
                row.getObject("earliest", OffsetDateTime.class),
                row.getInt("n"));
    }
}
