package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.RowSeals;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which kinds of record a chart holds of each facility and when (いつ・どこで・何が). Counted by the database, after the
/// grant, and exact however long the chart is: no row is left out and no content is read.
@Component
public class Occurrences {
    private static final String COUNTED = """
            ) select facility, kind, count(*) as n, min(occurred_at) as earliest,
                     case when occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz
                          then date_trunc('STEP', occurred_at at time zone 'Asia/Tokyo')::date end as first
                from live group by 1, 2, 5 order by 1, 2, 5""";

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
    public record Reach(FacilityId facility, RecordKind kind, OffsetDateTime earliest, int count) {
        private Reach and(Reach other) {
            var first = earliest.isBefore(other.earliest) ? earliest : other.earliest;
            return new Reach(facility, kind, first, count + other.count);
        }
    }

    /// What a chart holds: of everything how far back it reaches, and what lies in one span, step by step.
    ///
    /// @param reaches one for each facility and kind
    public record ChartHoldings(List<Reach> reaches, List<Occurrence> inSpan) {}

    /// In one reading of the whole chart.
    public ChartHoldings of(Chart chart, TimeStep step, CareSpan span) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        if (rows.none()) {
            return new ChartHoldings(List.of(), List.of());
        }
        var counted = COUNTED.replace("STEP", step.name().toLowerCase(Locale.ROOT));
        var sql = rows.sql(", live as (", "r.facility, r.kind, r.occurred_at", "", chart.standing, counted);
        var ends = List.of(span.from().toString(), span.until().toString());
        var reaches = new LinkedHashMap<List<Object>, Reach>();
        var inSpan = new ArrayList<Occurrence>();
        db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, List.of(), ends);
                    return statement;
                },
                row -> {
                    var facility = new FacilityId(row.getLong("facility"));
                    var kind = RecordKind.of(row.getInt("kind"));
                    var count = row.getInt("n");
                    var reach = new Reach(facility, kind, row.getObject("earliest", OffsetDateTime.class), count);
                    reaches.merge(List.of(facility, kind), reach, Reach::and);
                    var first = row.getObject("first", LocalDate.class);
                    if (first != null) {
                        inSpan.add(new Occurrence(facility, kind, first, count));
                    }
                });
        return new ChartHoldings(List.copyOf(reaches.values()), inSpan);
    }
}
