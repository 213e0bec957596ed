package hmnet.record.filing;

import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.DroppedDiagnoses.DiagnosisRow;
import hmnet.record.filing.Versions.Version;
import hmnet.record.vault.RowSeals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Writes rows of `record` and moves versions from state to state, a batch at a time. Each statement names the
/// patients it touches, so it runs on their partitions alone.
@Component
public class RecordRows {
    private final JdbcTemplate db;
    private final RowSeals seals;

    RecordRows(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// Opens row-level security for filing until the transaction ends.
    public void allowFiling() {
        db.queryForObject("select set_config('hmnet.filing', 'on', true)", String.class);
    }

    /// The versions that are there of each source message.
    Map<MessageSource, Map<String, StoredVersion>> versions(Set<MessageSource> sources) {
        var found = new HashMap<MessageSource, Map<String, StoredVersion>>();
        var list = List.copyOf(sources);
        db.query(
                """
                select r.patient, r.source_key, r.version, r.flag, bool_or(r.correction) as correction,
                       min(r.state) as state, bool_or(r.kind <> 0) as told, bool_or(r.kind = 0) as traced
                  from unnest(?::bigint[], ?::text[]) as s(patient, source_key)
                 cross join lateral (select * from record r
                                      where r.patient = s.patient and r.source_key = s.source_key offset 0) r
                 group by r.patient, r.source_key, r.version, r.flag""",
                row -> {
                    var source = new MessageSource(row.getLong("patient"), row.getString("source_key"));
                    var state = RecordState.of(row.getInt("state"));
                    var version = new Version(
                            row.getString("version"),
                            row.getInt("flag"),
                            row.getBoolean("correction"),
                            state == RecordState.MOVED);
                    found.computeIfAbsent(source, s -> new HashMap<>())
                            .put(
                                    version.version(),
                                    new StoredVersion(
                                            version, state, row.getBoolean("told"), row.getBoolean("traced")));
                },
                column(list, MessageSource::patient, Long[]::new),
                column(list, MessageSource::key, String[]::new));
        return found;
    }

    /// The diagnoses of one version of a source message.
    List<DiagnosisRow> diagnoses(MessageSource source, String version) {
        var sql = "select id, extract from record where patient = ? and source_key = ? and version = ? and kind = "
                + RecordKind.DIAGNOSIS.bit() + " limit 1000";
        return db.query(
                sql,
                (row, number) -> new DiagnosisRow(row.getObject("id", UUID.class), row.getBytes("extract")),
                source.patient(),
                source.key(),
                version);
    }

    void insert(List<RecordRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.update(
                """
                insert into record (patient, occurred_at, id, kind, state, flag, facility, department, labels, source_key,
                                    version, correction, preliminary, received_at, final_at, resources, inbox, codes,
                                    extract, content)
                select p, o, i, k, s, f, fa, d, l, sk, v, co, pr, r, fi, n, ib,
                       string_to_array(c, ',')::bigint[], x, b
                  from unnest(?::bigint[], ?::timestamptz[], ?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[],
                              ?::bigint[], ?::bytea[], ?::bigint[], ?::text[], ?::text[], ?::boolean[], ?::boolean[],
                              ?::timestamptz[], ?::timestamptz[], ?::smallint[], ?::bigint[], ?::text[], ?::bytea[],
                              ?::bytea[])
                    as a(p, o, i, k, s, f, fa, d, l, sk, v, co, pr, r, fi, n, ib, c, x, b)
                    on conflict (patient, occurred_at, id) do nothing""",
                column(rows, RecordRow::patient, Long[]::new),
                column(rows, row -> row.occurredAt().toString(), String[]::new),
                column(rows, row -> row.id().toString(), String[]::new),
                column(rows, row -> (short) row.kind(), Short[]::new),
                column(rows, row -> (short) row.state().code(), Short[]::new),
                column(rows, row -> (short) row.flag(), Short[]::new),
                column(rows, RecordRow::facility, Long[]::new),
                column(rows, RecordRow::department, byte[][]::new),
                column(rows, RecordRow::labels, Long[]::new),
                column(rows, RecordRow::sourceKey, String[]::new),
                column(rows, RecordRow::version, String[]::new),
                column(rows, RecordRow::correction, Boolean[]::new),
                column(rows, RecordRow::preliminary, Boolean[]::new),
                column(rows, row -> row.receivedAt().toString(), String[]::new),
                column(rows, row -> row.finalAt() == null ? null : row.finalAt().toString(), String[]::new),
                column(rows, row -> (short) row.resources(), Short[]::new),
                column(rows, RecordRow::inbox, Long[]::new),
                column(rows, RecordRow::codes, String[]::new),
                column(rows, RecordRow::extract, byte[][]::new),
                column(rows, RecordRow::content, byte[][]::new));
    }

    /// Lets a corrected value keep the release of the one it replaces (訂正後の開示時期): a hospital's delay has run,
    /// or runs, since the first version came, and what was told to the patient stays told. What a correction
    /// tells for the first time waits its own time, and so does what is no correction, or has nothing by which
    /// anybody could say that it was told before. What is preliminary hands nothing on to what is final. A
    /// message that corrects one value tells the others again: they keep theirs too. Rows of before have codes
    /// under another key.
    void keepReleases(List<RecordRow> written) {
        var correcting = written.stream()
                .filter(RecordRow::correction)
                .map(RecordRows::version)
                .collect(Collectors.toSet());
        var corrections = written.stream()
                .filter(row -> correcting.contains(version(row)))
                .toList();
        if (corrections.isEmpty()) {
            return;
        }
        var kept = db.query(
                """
                select c.n, min(coalesce(o.counts_from, o.received_at)) as since, min(o.released_at) as released
                  from unnest(?::int[], ?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::boolean[], ?::text[], ?::text[])
                    as c(n, patient, source_key, kind, version, preliminary, codes, former)
                 cross join lateral (select * from record o
                                      where o.patient = c.patient and o.source_key = c.source_key offset 0) o
                 where o.kind = c.kind and o.version < c.version and o.state in %s
                   and (c.preliminary or not o.preliminary)
                   and (string_to_array(nullif(c.codes, ''), ',')::bigint[] <@ o.codes
                        or string_to_array(nullif(c.former, ''), ',')::bigint[] <@ o.codes)
                 group by c.n""".formatted(RecordState.STOOD),
                (row, number) -> KeptRelease.of(corrections.get(row.getInt("n")), row),
                IntStream.range(0, corrections.size()).boxed().toArray(Integer[]::new),
                column(corrections, RecordRow::patient, Long[]::new),
                column(corrections, RecordRow::sourceKey, String[]::new),
                column(corrections, row -> (short) row.kind(), Short[]::new),
                column(corrections, RecordRow::version, String[]::new),
                column(corrections, RecordRow::preliminary, Boolean[]::new),
                column(corrections, RecordRow::codes, String[]::new),
                column(corrections, RecordRow::formerCodes, String[]::new));
        db.batchUpdate(
                "update record set counts_from = least(received_at, ?), released_at = coalesce(released_at, ?)"
                        + " where patient = ? and occurred_at = ? and id = ?",
                kept,
                Math.max(1, kept.size()),
                (statement, one) -> one.fill(statement));
    }

    /// Since when the delay of a row has run, and when what it replaces was released (引き継ぐ開示時期).
    private record KeptRelease(
            RecordRow row, OffsetDateTime since, @Nullable OffsetDateTime released) {
        static KeptRelease of(RecordRow row, ResultSet found) throws SQLException {
            return new KeptRelease(
                    row,
                    found.getObject("since", OffsetDateTime.class),
                    found.getObject("released", OffsetDateTime.class));
        }

        void fill(PreparedStatement statement) throws SQLException {
            statement.setObject(1, since);
            statement.setObject(2, released);
            statement.setLong(3, row.patient());
            statement.setObject(4, row.occurredAt());
            statement.setObject(5, row.id());
        }
    }

    private record SourceVersion(MessageSource source, String version) {}

    private static SourceVersion version(RecordRow row) {
        return new SourceVersion(new MessageSource(row.patient(), row.sourceKey()), row.version());
    }

    /// Moves all rows cut from these versions together. What was moved out stays out, but where all of a version was
    /// and it comes back.
    void move(List<StateChange> moves) {
        if (moves.isEmpty()) {
            return;
        }
        db.update(
                """
                update record r set state = m.state, flag = m.flag
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::smallint[], ?::smallint[], ?::smallint[])
                    as m(patient, source_key, version, was, state, flag)
                 where r.patient = m.patient and r.source_key = m.source_key and r.version = m.version
                   and (r.state <> %1$d or m.was = %1$d)""".formatted(RecordState.MOVED.code()),
                column(moves, move -> move.source().patient(), Long[]::new),
                column(moves, move -> move.source().key(), String[]::new),
                column(moves, StateChange::version, String[]::new),
                column(moves, move -> (short) move.from().code(), Short[]::new),
                column(moves, move -> (short) move.to().code(), Short[]::new),
                column(moves, move -> (short) move.flag(), Short[]::new));
    }

    /// Takes what was cut from these messages out of a patient's views; tells of which sources, and
    /// whether something of one was live.
    Map<MessageSource, Boolean> moveOut(long patient, List<Long> inbox) {
        var sources = new HashMap<MessageSource, Boolean>();
        var sql = """
                with was as (select occurred_at, id, source_key, state from record
                              where patient = ? and inbox = any(?)),
                     moved as (update record r set state = %d from was
                                where r.patient = ? and r.occurred_at = was.occurred_at and r.id = was.id)
                select source_key, bool_or(state = %d) as live from was
                 where source_key <> '' group by 1""".formatted(RecordState.MOVED.code(), RecordState.LIVE_CODE);
        db.query(
                sql,
                row -> {
                    sources.put(new MessageSource(patient, row.getString("source_key")), row.getBoolean("live"));
                },
                patient,
                inbox.toArray(Long[]::new),
                patient);
        return sources;
    }

    /// Since when a row is disclosed whatever the delay, also where only what is released is; null for never.
    public void release(PatientId patient, OffsetDateTime occurredAt, UUID id, @Nullable OffsetDateTime at) {
        allowFiling();
        db.update(
                "update record set released_at = ? where patient = ? and occurred_at = ? and id = ?",
                at,
                patient.value(),
                occurredAt,
                id);
    }

    /// The messages received since of which something of a patient is shown.
    List<Long> filedSince(long patient, OffsetDateTime since) {
        var sql = """
                select distinct inbox from record
                 where patient = ? and received_at > ? and state <> %d and inbox is not null
                 order by inbox""".formatted(RecordState.MOVED.code());
        return db.query(sql, (row, number) -> row.getLong("inbox"), patient, since);
    }

    void foreignIds(List<ForeignId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        db.update(
                """
                insert into foreign_id (system, value, patient, record)
                select s, v, p, r from unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[]) as a(s, v, p, r)
                    on conflict do nothing""",
                column(ids, ForeignId::kind, String[]::new),
                column(ids, id -> seals.foreignId(id.system(), id.value()), String[]::new),
                column(ids, ForeignId::patient, Long[]::new),
                column(ids, id -> id.record().toString(), String[]::new));
    }

    private static <T, C> Object column(
            List<T> rows, Function<T, @Nullable C> value, java.util.function.IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /// One source message of one patient.
    ///
    /// @param key its source key, sealed
    record MessageSource(long patient, String key) {}

    /// A version and where it stands.
    ///
    /// @param told its rows are there
    /// @param traced the trace of its deletion, or of nothing to show, is there
    record StoredVersion(Version version, RecordState state, boolean told, boolean traced) {}

    /// A version that goes to another state.
    record StateChange(MessageSource source, String version, RecordState from, RecordState to, int flag) {}

    /// An id that somebody else gave to what a row holds.
    ///
    /// @param kind what stands beside its keyed word
    record ForeignId(String kind, String system, String value, long patient, java.util.UUID record) {}
}
