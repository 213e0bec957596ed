package hmnet.record.filing;

import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.Recut.ItemVersion;
import hmnet.record.vault.RowSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Rows as they were cut from originals before (既存の行), for filing them again. What was moved out by a human's word is
/// not among them.
@Component
class StoredCuts {
    /// By the index `record_inbox`.
    static final String OF_ORIGINAL = """
            select r.*, array_to_string(r.codes, ',') as code_text from record r
             where r.inbox = ? and r.state <> %d""".formatted(RecordState.MOVED.code());

    /// By the index `record_source`, version for version.
    static final String OF_VERSIONS = """
            select r.*, array_to_string(r.codes, ',') as code_text
              from unnest(?::bigint[], ?::text[], ?::text[]) as v(patient, source_key, version)
             cross join lateral (select * from record r
                                  where r.patient = v.patient and r.source_key = v.source_key
                                    and r.version = v.version and r.state <> %d limit 10000) r""".formatted(RecordState.MOVED.code());

    private final JdbcTemplate db;
    private final RowSeals seals;

    StoredCuts(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// One row as it stands.
    ///
    /// @param releasedAt what a human or a delay gave it, which no reader knows; so is `countsFrom`
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    record StoredCut(
            MessageSource source,
            String version,
            OffsetDateTime occurredAt,
            UUID id,
            int kind,
            int flag,
            String department,
            long labels,
            boolean correction,
            boolean preliminary,
            @Nullable OffsetDateTime finalAt,
            String codes,
            long inbox,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime releasedAt,
            @Nullable OffsetDateTime countsFrom,
            byte[] extract,
            byte[] content) {}

    /// Those that were cut from an original, whosever they are.
    List<StoredCut> of(long inbox) {
        return db.query(OF_ORIGINAL, this::read, inbox);
    }

    /// Those of these versions of items, from whatever original.
    List<StoredCut> of(Collection<ItemVersion> versions) {
        return db.query(
                OF_VERSIONS,
                this::read,
                versions.stream().map(one -> one.source().patient()).toArray(Long[]::new),
                versions.stream().map(one -> one.source().key()).toArray(String[]::new),
                versions.stream().map(ItemVersion::version).toArray(String[]::new));
    }

    void delete(List<StoredCut> cuts) {
        if (cuts.isEmpty()) {
            return;
        }
        db.update(
                """
                delete from record r using unnest(?::bigint[], ?::timestamptz[], ?::uuid[]) as d(patient, occurred_at, id)
                 where r.patient = d.patient and r.occurred_at = d.occurred_at and r.id = d.id""",
                cuts.stream().map(cut -> cut.source().patient()).toArray(Long[]::new),
                cuts.stream().map(cut -> cut.occurredAt().toString()).toArray(String[]::new),
                cuts.stream().map(cut -> cut.id().toString()).toArray(String[]::new));
        db.update(
                """
                delete from foreign_id f using unnest(?::bigint[], ?::uuid[]) as d(patient, id)
                 where f.patient = d.patient and f.record = d.id""",
                cuts.stream().map(cut -> cut.source().patient()).toArray(Long[]::new),
                cuts.stream().map(cut -> cut.id().toString()).toArray(String[]::new));
    }

    /// What is cut anew keeps when it came and what was released of it.
    void keepTimes(RecordRow fresh, StoredCut before) {
        db.update(
                """
                update record set received_at = ?, inbox = ?, released_at = ?, counts_from = ?
                 where patient = ? and occurred_at = ? and id = ?""",
                before.receivedAt(),
                before.inbox(),
                before.releasedAt(),
                before.countsFrom(),
                fresh.patient(),
                fresh.occurredAt(),
                fresh.id());
    }

    private StoredCut read(ResultSet row, int number) throws SQLException {
        var seal = seals.of(row.getLong("patient"));
        var id = row.getObject("id", UUID.class);
        return new StoredCut(
                new MessageSource(row.getLong("patient"), row.getString("source_key")),
                row.getString("version"),
                row.getObject("occurred_at", OffsetDateTime.class),
                id,
                row.getInt("kind"),
                row.getInt("flag"),
                seal.department(id, row.getBytes("department")),
                seal.labels(id, row.getLong("labels")),
                row.getBoolean("correction"),
                row.getBoolean("preliminary"),
                row.getObject("final_at", OffsetDateTime.class),
                row.getString("code_text"),
                row.getLong("inbox"),
                row.getObject("received_at", OffsetDateTime.class),
                row.getObject("released_at", OffsetDateTime.class),
                row.getObject("counts_from", OffsetDateTime.class),
                row.getBytes("extract"),
                row.getBytes("content"));
    }
}
