package hmnet.record.charts;

import static java.util.stream.Collectors.joining;

import hmnet.consent.decisions.Grant;
import hmnet.consent.decisions.GrantLine;
import hmnet.formats.model.code.RecordKind;
import hmnet.record.filing.RecordState;
import hmnet.record.vault.RowSeals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A grant as SQL sees it (開示範囲の配列): parallel arrays `g`, never a join to consent tables, so that
/// `record` alone is sharded. Each patient has a branch of its own, since the database then knows the
/// partition it needs before it begins and sets up one instead of 64.
public final class GrantRows {
    /// What makes an entry.
    public static final String ENTRY = "r.patient, r.occurred_at, r.id, r.kind, r.facility, r.department, r.labels,"
            + " r.correction, r.preliminary, r.received_at, r.inbox, r.extract";

    private static final String ARRAYS = """
            with g as materialized (
                 select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[],
                                      ?::timestamptz[], ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::bytea[])
                     as g(patient, kinds, labels, since, until, received_before, only_released, preliminary,
                          department, other_than, seal))
            """;

    /// Whether a line lets a row of its patient through.
    private static final String LETS =
            """
              (GRANT.kinds >> ROW.kind) & 1 = 1
              and ROW.occurred_at >= GRANT.since and ROW.occurred_at < GRANT.until
              and (ROW.released_at is not null
                   or (not GRANT.only_released and coalesce(ROW.counts_from, ROW.received_at) <= GRANT.received_before))
              and (GRANT.preliminary or not ROW.preliminary)
              and (GRANT.department is null or %s)
              and (GRANT.other_than = ''
                   or not exists (select from unnest(string_to_array(GRANT.other_than, ',')) d(code) where %s))
              and LABELS & ~GRANT.labels = 0
            """.formatted(RowSeals.isOf("GRANT.department", "SEAL", "ROW"), RowSeals.isOf("d.code", "SEAL", "ROW"));

    private static final String BRANCH = " from g join record r on " + covers("g", "r");

    /// The row is no hidden double of one that this grant shows: what is hidden is never the only copy.
    static final String NO_DOUBLE = """
             and not exists (select from record_double d
                               join record o on o.patient = d.patient and o.occurred_at = d.older_at
                                            and o.id = d.older and o.state = %d
                               join g h on\s""".formatted(RecordState.LIVE_CODE) + covers("h", "o")
            + " where d.patient = r.patient and d.record = r.id and d.hidden)";

    /// Of each patient: how many rows were cut from some originals, old ones too, and how many of them the grant
    /// covers.
    private static final String ORIGINALS = """
            select r.patient, r.inbox, count(*) as n, count(*) filter (where exists (select from g where %s)) as covered
              from record r where r.patient = ? and r.inbox = any(?::bigint[]) and r.kind <> 0 group by 1, 2
            """.formatted(covers("g", "r"));

    private static String covers(String line, String row) {
        return line + ".patient = " + row + ".patient and "
                + lets(line, line + ".seal", row, RowSeals.labels(line + ".seal", row));
    }

    /// Whether a line lets a row through, once both are of one patient.
    ///
    /// @param line alias of the line
    /// @param seal SQL that gives the seal of the patient's rows
    /// @param labels SQL that gives the row's labels, opened
    static String lets(String line, String seal, String row, String labels) {
        return LETS.replace("LABELS", labels)
                .replace("SEAL", seal)
                .replace("GRANT", line)
                .replace("ROW", row);
    }

    /// Of more kinds than these a chart is read from its newest row on, whatever it is of.
    private static final int KINDS_APART_MAX = 6;

    private final RowSeals seals;
    private final List<GrantLine> lines;
    private final List<RowBranch> branches;
    private final long kinds;

    /// The lines of a grant that a query asks about.
    ///
    /// @param kinds mask of record kinds
    public GrantRows(RowSeals seals, Grant grant, long kinds, Predicate<GrantLine> asked) {
        this(seals, grant, kinds, asked, false);
    }

    private GrantRows(RowSeals seals, Grant grant, long kinds, Predicate<GrantLine> asked, boolean apart) {
        this.seals = seals;
        this.lines = grant.lines().stream()
                .filter(line -> (line.kinds() & kinds) != 0)
                .filter(asked)
                .toList();
        this.kinds = kinds;
        this.branches = lines.stream()
                .map(line -> line.patient().value())
                .distinct()
                .flatMap(patient -> apart
                        ? Arrays.stream(RecordKind.values())
                                .filter(kind -> (kind.mask() & kinds) != 0)
                                .map(kind -> new RowBranch(patient, kind))
                        : Stream.of(new RowBranch(patient, null)))
                .toList();
    }

    /// The same where few kinds are asked for: a kind has a branch of its own too, so that the rows of a rare one are
    /// found by the index of kinds and no other row of a long chart is looked at.
    static GrantRows ofKinds(RowSeals seals, Grant grant, long kinds, Predicate<GrantLine> asked) {
        var few = Arrays.stream(RecordKind.values())
                        .filter(kind -> (kind.mask() & kinds) != 0)
                        .count()
                <= KINDS_APART_MAX;
        return new GrantRows(seals, grant, kinds, asked, few);
    }

    /// The rows of one patient, or of one kind of them (読み出しの一枝).
    private record RowBranch(long patient, @Nullable RecordKind kind) {
        String sql(String select, String where) {
            return "(" + select + " where r.patient = ? and " + (kind == null ? "" : "r.kind = " + kind.bit() + " and ")
                    + where + ")";
        }
    }

    /// Whether the grant shows nothing of what is asked.
    boolean none() {
        return lines.isEmpty();
    }

    /// A query over the rows that the grant lets through.
    ///
    /// @param head what stands before them, such as `select * from (`
    /// @param join what a row is joined with inside its partition, or nothing
    /// @param where the conditions, order and limit of each branch's rows
    /// @param tail what stands after them
    public String sql(String head, String columns, String join, String where, String tail) {
        var select = "select " + columns + BRANCH + join;
        return ARRAYS
                + head
                + branches.stream().map(branch -> branch.sql(select, where)).collect(joining(" union all "))
                + tail;
    }

    /// Counts what was cut from some originals; its one value is their numbers.
    String originals() {
        return ARRAYS + branches.stream().map(branch -> ORIGINALS).collect(joining(" union all "));
    }

    /// @param where the values of `where`, the same for each branch
    /// @param tail those of `tail`
    public void bind(
            PreparedStatement statement, List<? extends @Nullable Object> where, List<? extends @Nullable Object> tail)
            throws SQLException {
        var at = bindArrays(statement);
        for (var branch : branches) {
            statement.setLong(at++, branch.patient());
            for (var value : where) {
                statement.setObject(at++, value);
            }
        }
        for (var value : tail) {
            statement.setObject(at++, value);
        }
    }

    /// @return the place of what comes next
    private int bindArrays(PreparedStatement statement) throws SQLException {
        var at = 1;
        for (var array : arrays(statement.getConnection())) {
            statement.setObject(at++, array);
        }
        return at;
    }

    private Object[] arrays(Connection connection) throws SQLException {
        return new Object[] {
            array(connection, "bigint", l -> l.patient().value()),
            array(connection, "bigint", l -> l.kinds() & kinds),
            array(connection, "bigint", GrantLine::labels),
            array(connection, "timestamptz", l -> sql(l.since())),
            array(connection, "timestamptz", l -> sql(l.until())),
            array(connection, "timestamptz", l -> sql(l.receivedBefore())),
            array(connection, "boolean", GrantLine::onlyReleased),
            array(connection, "boolean", GrantLine::preliminary),
            array(connection, "text", GrantLine::department),
            array(connection, "text", GrantLine::otherThan),
            connection.createArrayOf("bytea", sealKeys()),
        };
    }

    private byte[][] sealKeys() {
        return lines.stream()
                .map(line -> seals.of(line.patient().value()).forSql())
                .toArray(byte[][]::new);
    }

    private Object array(Connection connection, String type, Function<GrantLine, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(column).toArray());
    }

    private static String sql(OffsetDateTime time) {
        return time.toString();
    }
}
