package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.other.Attachments;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.doubles.LikelyDoubles.SearchResult;
import hmnet.record.filing.RecordRows;
import hmnet.record.filing.RecordState;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Finds likely doubles (重複の検索), some patients at a time: rows of one patient, kind, moment (day, where
/// no hour is sent) and content from different sources, received at least a day apart. What comes in one day
/// is no second sending: two departments may order the same.
@Component
class DoubleSearch {
    private static final int PATIENTS = 200;
    private static final int ROWS_MAX = 20_000;
    static final Duration APART = Duration.ofDays(1);

    private static final long FILES = RecordKind.DOCUMENT.mask() | RecordKind.REPORT.mask();
    private static final long BY_DAY =
            FILES | RecordKind.DIAGNOSIS.mask() | RecordKind.PRESCRIPTION.mask() | RecordKind.DISPENSING.mask();

    /// The content is opened of those alone that another row stands beside.
    private static final String CANDIDATES =
            """
            with slice as materialized (
                 select r.patient, r.id, r.kind, %s as labels, r.preliminary, r.received_at, r.source_key, r.occurred_at,
                        case when (?::bigint >> r.kind) & 1 = 1
                             then date_trunc('day', r.occurred_at at time zone 'Asia/Tokyo')
                             else r.occurred_at at time zone 'Asia/Tokyo' end as moment
                   from unnest(?::bigint[], ?::bytea[]) as asked(patient, seal)
                  cross join lateral (select * from record r
                                       where r.patient = asked.patient and r.state = %d and r.kind <> 0
                                       limit %d) r)
            select s.*, r.facility, r.extract, case when (?::bigint >> r.kind) & 1 = 1 then r.content end as content
              from slice s
              join record r on r.patient = s.patient and r.occurred_at = s.occurred_at and r.id = s.id
             where exists (select from slice o
                            where o.patient = s.patient and o.kind = s.kind and o.moment = s.moment
                              and o.labels = s.labels and o.preliminary = s.preliminary
                              and o.source_key <> s.source_key
                              and abs(extract(epoch from o.received_at - s.received_at)) >= ?)
             order by s.received_at, s.id""".formatted(RowSeals.labels("asked.seal", "r"), RecordState.LIVE_CODE, ROWS_MAX);

    private final JdbcTemplate db;
    private final RecordRows rows;
    private final Envelopes envelopes;
    private final RowSeals seals;

    DoubleSearch(JdbcTemplate db, RecordRows rows, Envelopes envelopes, RowSeals seals) {
        this.db = db;
        this.rows = rows;
        this.envelopes = envelopes;
        this.seals = seals;
    }

    SearchResult slice(FacilityId facility, long after) {
        var patients = db.query(
                "select patient from patient_listed where facility = ? and patient > ? order by patient limit ?",
                (row, number) -> row.getLong("patient"),
                facility.value(),
                after,
                PATIENTS);
        if (patients.isEmpty()) {
            return new SearchResult(after, true, 0, 0);
        }
        rows.allowFiling();
        var found = pairs(patients);
        store(facility, patients, found);
        return new SearchResult(patients.getLast(), patients.size() < PATIENTS, patients.size(), found.size());
    }

    /// What makes two rows one and the same care.
    private record Alike(
            long patient, int kind, long labels, boolean preliminary, LocalDateTime moment, String content) {}

    private record DoubleCandidate(
            Alike alike, UUID id, String source, OffsetDateTime occurredAt, OffsetDateTime receivedAt) {}

    private record DoublePair(DoubleCandidate later, DoubleCandidate older) {}

    private List<DoublePair> pairs(List<Long> patients) {
        var alike = new LinkedHashMap<Alike, List<DoubleCandidate>>();
        db.query(
                CANDIDATES,
                row -> {
                    try {
                        var candidate = candidate(row);
                        alike.computeIfAbsent(candidate.alike(), a -> new ArrayList<>())
                                .add(candidate);
                    } catch (ErasedKey erased) {
                        // like no other row
                    }
                },
                BY_DAY,
                patients.toArray(Long[]::new),
                patients.stream().map(patient -> seals.of(patient).forSql()).toArray(byte[][]::new),
                FILES,
                APART.toSeconds());
        return alike.values().stream()
                .map(DoubleSearch::pairs)
                .flatMap(Collection::stream)
                .toList();
    }

    /// The one received first stays; the order never turns, so no two rows are doubles of each other.
    private static List<DoublePair> pairs(Collection<DoubleCandidate> same) {
        var older = same.stream()
                .min(Comparator.comparing(DoubleCandidate::receivedAt).thenComparing(DoubleCandidate::id))
                .orElseThrow();
        return same.stream()
                .filter(row -> !row.source().equals(older.source()))
                .filter(row ->
                        Duration.between(older.receivedAt(), row.receivedAt()).compareTo(APART) >= 0)
                .map(row -> new DoublePair(row, older))
                .toList();
    }

    private DoubleCandidate candidate(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = RecordKind.of(row.getInt("kind"));
        var alike = new Alike(
                row.getLong("patient"),
                kind.bit(),
                row.getLong("labels"),
                row.getBoolean("preliminary"),
                row.getObject("moment", LocalDateTime.class),
                SameContent.of(kind, extract(row, id)) + files(row, id));
        return new DoubleCandidate(
                alike,
                id,
                row.getString("source_key"),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getObject("received_at", OffsetDateTime.class));
    }

    private byte[] extract(ResultSet row, UUID id) throws SQLException {
        var open = ByteBuffer.wrap(open(row, "extract", id, 'x'));
        open.position(open.getShort() + Short.BYTES);
        var extract = new byte[open.remaining()];
        open.get(extract);
        return extract;
    }

    /// The files of a document, by their bytes; none is opened for it.
    private String files(ResultSet row, UUID id) throws SQLException {
        if (row.getBytes("content") == null) {
            return "";
        }
        var files = new StringBuilder();
        for (var file : Attachments.sent(new String(open(row, "content", id, 'c'), StandardCharsets.UTF_8))) {
            files.append(digest(file.content()));
        }
        return files.toString();
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private byte[] open(ResultSet row, String column, UUID id, char place) throws SQLException {
        var sealed = row.getBytes(column);
        var where = EnvelopeContext.ofRecord(row.getLong("facility"), row.getLong("patient"), id, place);
        return envelopes.with(envelope -> envelope.open(sealed, where));
    }

    /// A double whose older row is another one now is only likely again: nobody decided on that.
    private void store(FacilityId facility, List<Long> patients, List<DoublePair> found) {
        db.update("delete from record_double where patient = any(?) and decision is null", (Object)
                patients.toArray(Long[]::new));
        db.batchUpdate("""
                insert into record_double (patient, record, older, older_at, facility, kind, month, older_received, received)
                values (?, ?, ?, ?, ?, ?, ?::date, ?, ?)
                    on conflict (patient, record) do update
                   set older = excluded.older, older_at = excluded.older_at, older_received = excluded.older_received,
                       decision = null, hidden = false, different = false
                 where record_double.older <> excluded.older""", found, 500, (statement, pair) -> {
            var later = pair.later();
            statement.setLong(1, later.alike().patient());
            statement.setObject(2, later.id());
            statement.setObject(3, pair.older().id());
            statement.setObject(4, pair.older().occurredAt());
            statement.setLong(5, facility.value());
            statement.setInt(6, later.alike().kind());
            statement.setObject(7, later.alike().moment().toLocalDate().withDayOfMonth(1));
            statement.setObject(8, pair.older().receivedAt());
            statement.setObject(9, later.receivedAt());
        });
    }
}
