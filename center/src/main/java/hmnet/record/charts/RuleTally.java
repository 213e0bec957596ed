package hmnet.record.charts;

import static java.util.stream.Collectors.joining;

import hmnet.consent.decisions.GrantLine;
import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.RecordState;
import hmnet.record.vault.RowSeals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How many rows and charts readers would be shown before and after a change (開示件数の試算): counted and never read, many
/// charts and all readers in one statement, under the conditions of a chart (`GrantRows`). Whoever calls has written
/// down who tries.
@Component
public class RuleTally {
    /// Of each view and kind in one call.
    private static final int EXAMPLES_MAX = 5;

    /// Labels are opened once for each row, however many lines ask about it.
    private static final String SQL = """
            with p as materialized (
                 select * from unnest(?::bigint[], ?::int[], ?::int[], ?::bytea[]) as p(patient, holder, scope, seal)),
            g as materialized (
                 select * from unnest(?::int[], ?::int[], ?::boolean[], ?::bigint[], ?::bigint[], ?::timestamptz[],
                                      ?::timestamptz[], ?::timestamptz[], ?::boolean[], ?::boolean[], ?::text[], ?::text[])
                     as g(scope, view, after, kinds, labels, since, until, received_before, only_released,
                          preliminary, department, other_than)),
            opened as materialized (
                 select r.patient, r.id, r.kind, r.occurred_at, r.released_at, r.counts_from, r.received_at,
                        r.preliminary, r.department, p.holder, p.scope, p.seal, %s as open
                   from p join record r on r.patient = p.patient
                  where r.state = %d and (? >> r.kind) & 1 = 1),
            charted as (
                 select g.view, r.kind, r.patient, r.holder,
                        count(*) filter (where not g.after) as before, count(*) filter (where g.after) as after
                   from opened r join g on g.scope = r.scope and %s
                  group by g.view, r.kind, r.patient, r.holder)
            select view, kind, sum(before) as rows_before,
                   count(distinct holder) filter (where before > 0) as charts_before,
                   sum(after) as rows_after,
                   count(distinct holder) filter (where after > 0) as charts_after,
                   (array_agg(patient order by patient) filter (where before <> after))[1:%d] as examples
              from charted group by view, kind""".formatted(
                    RowSeals.labels("p.seal", "r"),
                    RecordState.LIVE_CODE,
                    GrantRows.lets("g", "r.seal", "r", "r.open"),
                    EXAMPLES_MAX);

    private final JdbcTemplate db;
    private final RowSeals seals;

    RuleTally(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// What is shown of a kind.
    public record KindTally(long rows, long charts) {
        public static final KindTally NOTHING = new KindTally(0, 0);

        public KindTally plus(KindTally more) {
            return new KindTally(rows + more.rows, charts + more.charts);
        }
    }

    /// @param holder those that are counted as one, as the charts of a person may be
    /// @param scope of those whose lines are the same but for the patient
    public record TalliedChart(PatientId patient, int holder, int scope) {}

    /// A line of every chart of a scope, as one view has it before the change or after it.
    public record TalliedLine(int scope, int view, boolean after, GrantLine line) {}

    /// @param examples charts of which other rows are shown than before
    public record ViewTally(int view, RecordKind kind, KindTally before, KindTally after, List<PatientId> examples) {}

    /// @param kinds mask of those that are counted
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ViewTally> of(List<TalliedChart> charts, List<TalliedLine> lines, long kinds) {
        if (charts.isEmpty() || lines.isEmpty()) {
            return List.of();
        }
        var let = charts.stream()
                .map(chart -> Long.toString(chart.patient().value()))
                .collect(joining(",", "{", "}"));
        db.queryForObject("select set_config('hmnet.patients', ?, true)", String.class, let);
        return db.query(connection -> statement(connection, charts, lines, kinds), RuleTally::read);
    }

    private PreparedStatement statement(
            Connection connection, List<TalliedChart> charts, List<TalliedLine> lines, long kinds) throws SQLException {
        var statement = connection.prepareStatement(SQL);
        var at = 1;
        var values = List.of(
                array(connection, "bigint", charts, chart -> chart.patient().value()),
                array(connection, "int", charts, TalliedChart::holder),
                array(connection, "int", charts, TalliedChart::scope),
                array(
                        connection,
                        "bytea",
                        charts,
                        chart -> seals.of(chart.patient().value()).forSql()),
                array(connection, "int", lines, TalliedLine::scope),
                array(connection, "int", lines, TalliedLine::view),
                array(connection, "boolean", lines, TalliedLine::after),
                array(connection, "bigint", lines, one -> one.line().kinds()),
                array(connection, "bigint", lines, one -> one.line().labels()),
                array(
                        connection,
                        "timestamptz",
                        lines,
                        one -> one.line().since().toString()),
                array(
                        connection,
                        "timestamptz",
                        lines,
                        one -> one.line().until().toString()),
                array(
                        connection,
                        "timestamptz",
                        lines,
                        one -> one.line().receivedBefore().toString()),
                array(connection, "boolean", lines, one -> one.line().onlyReleased()),
                array(connection, "boolean", lines, one -> one.line().preliminary()),
                array(connection, "text", lines, one -> one.line().department()),
                array(connection, "text", lines, one -> one.line().otherThan()));
        for (var value : values) {
            statement.setObject(at++, value);
        }
        statement.setLong(at, kinds);
        return statement;
    }

    private static <T> Object array(
            Connection connection, String type, List<T> of, Function<T, @Nullable Object> column) throws SQLException {
        return type.equals("bytea")
                ? connection.createArrayOf(type, of.stream().map(column).toArray(byte[][]::new))
                : connection.createArrayOf(type, of.stream().map(column).toArray());
    }

    private static ViewTally read(ResultSet row, int number) throws SQLException {
        var examples = row.getArray("examples");
        return new ViewTally(
                row.getInt("view"),
                RecordKind.of(row.getInt("kind")),
                new KindTally(row.getLong("rows_before"), row.getLong("charts_before")),
                new KindTally(row.getLong("rows_after"), row.getLong("charts_after")),
                examples == null
                        ? List.of()
                        : Arrays.stream((Long[]) examples.getArray())
                                .map(PatientId::new)
                                .toList());
    }
}
