package hmnet.records;

import hmnet.consent.Grant;
import hmnet.consent.GrantLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A grant as SQL sees it (開示範囲の配列): parallel arrays, never a join to consent tables, so that `record`
/// alone is sharded.
final class GrantRows {
    /// The grant as rows `g`, and the rows of `record` that it lets through. Takes the nine arrays of `bind`.
    static final String FROM = rows("r.state = 1");

    /// The same of versions that a newer one replaced; what was taken back or moved is never among them.
    static final String FORMER = rows("r.state in (2, 3)");

    /// The same of versions that were corrected, taken back or moved: for telling those who were shown them that
    /// it happened, never what stood there.
    static final String TAKEN_BACK = rows("r.state in (3, 4, 5)");

    private static final String ROWS = """
              from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::boolean[],
                          ?::boolean[], ?::text[], ?::text[])
                as g(patient, kinds, labels, since, received_before, only_released, preliminary, department, other_than)
             cross join lateral (
                   select r.patient, r.occurred_at, r.id, r.kind, r.facility, r.department, r.labels, r.correction,
                          r.preliminary, r.received_at, r.extract, r.source_key, r.version
                     from record r
                    where r.patient = g.patient
                      and (g.kinds >> r.kind) & 1 = 1
                      and r.labels & ~g.labels = 0
                      and STATE
                      and r.occurred_at >= g.since
                      and (r.released_at is not null or (not g.only_released and r.received_at <= g.received_before))
                      and (g.preliminary or not r.preliminary)
                      and (g.department is null or r.department = g.department)
                      and (g.other_than = '' or r.department <> all(string_to_array(g.other_than, ',')))
            """;

    private GrantRows() {}

    private static String rows(String state) {
        return ROWS.replace("STATE", state);
    }

    /// The nine arrays, with the kinds narrowed to those asked for.
    static Object[] bind(Connection connection, Grant grant, long kinds) throws SQLException {
        var lines = grant.lines().stream().filter(l -> (l.kinds() & kinds) != 0).toList();
        return new Object[] {
            array(connection, "bigint", lines, l -> l.patient().value()),
            array(connection, "bigint", lines, l -> l.kinds() & kinds),
            array(connection, "bigint", lines, GrantLine::labels),
            array(connection, "timestamptz", lines, l -> sql(l.since())),
            array(connection, "timestamptz", lines, l -> sql(l.receivedBefore())),
            array(connection, "boolean", lines, GrantLine::onlyReleased),
            array(connection, "boolean", lines, GrantLine::preliminary),
            array(connection, "text", lines, GrantLine::department),
            array(connection, "text", lines, GrantLine::otherThan),
        };
    }

    private static Object array(
            Connection connection, String type, List<GrantLine> lines, Function<GrantLine, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(column).toArray());
    }

    private static String sql(OffsetDateTime time) {
        return time.toString();
    }
}
