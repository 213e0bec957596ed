package hmnet.record.inbox;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is asked to be filed again and how far it is (再取込の依頼): asked for by an operator at the command line, carried
/// out by the centre at work.
@Component
public class RefilingRequests {
    private static final int NAMED_MAX = 10_000;

    private final JdbcTemplate db;

    public RefilingRequests(JdbcTemplate db) {
        this.db = db;
    }

    /// Which originals.
    ///
    /// @param kind those of which something of this kind is filed, before or after; or null for all
    /// @param plan says what would change, and changes nothing
    public record RefilingScope(
            @Nullable FacilityId facility,
            @Nullable RecordKind kind,
            @Nullable OffsetDateTime since,
            boolean plan) {}

    /// How many rows stay, are cut otherwise, are new and are cut no more.
    public record RowTally(long same, long changed, long added, long gone) {}

    /// @param last the last original there was when it was asked for
    /// @param done the last one that was looked at
    public record RefilingRequest(
            long id,
            RefilingScope scope,
            long last,
            long done,
            long messages,
            RowTally tally,
            boolean begun,
            boolean finished) {}

    /// An original that was left as it stands, and why.
    public record LeftOriginal(long inbox, long facility, String why, String detail) {}

    /// Asks for it. The same asked for again while it goes on is the same request: it goes on where it was.
    public long ask(RefilingScope scope, String by) {
        var facility = scope.facility() == null ? null : scope.facility().value();
        var kind = scope.kind() == null ? null : scope.kind().bit();
        var since = scope.since() == null ? null : scope.since().toString();
        var open = db.query("""
                select id from refiling
                 where finished_at is null and plan = ? and facility is not distinct from ?::bigint
                   and kind is not distinct from ?::smallint and since is not distinct from ?::timestamptz
                 order by id limit 1""", (row, number) -> row.getLong("id"), scope.plan(), facility, kind, since);
        return open.isEmpty()
                ? db.query("""
                                insert into refiling (plan, facility, kind, since, last_inbox, asked_by)
                                select ?, ?::bigint, ?::smallint, ?::timestamptz, coalesce(max(id), 0), ? from inbox
                                returning id""", (row, number) -> row.getLong("id"), scope.plan(), facility, kind, since, by)
                        .getFirst()
                : open.getFirst();
    }

    public RefilingRequest state(long id) {
        return db.query("select * from refiling where id = ?", RefilingRequests::read, id)
                .getFirst();
    }

    /// Those that were left, the first first.
    public List<LeftOriginal> left(long id) {
        return db.query(
                """
                select n.inbox, i.facility, n.why, n.detail from refiling_named n join inbox i on i.id = n.inbox
                 where n.refiling = ? order by n.inbox limit ?""",
                (row, number) -> new LeftOriginal(
                        row.getLong("inbox"), row.getLong("facility"), row.getString("why"), row.getString("detail")),
                id,
                NAMED_MAX);
    }

    /// The oldest that is not done, for this transaction alone.
    public Optional<RefilingRequest> next() {
        return db
                .query(
                        "select * from refiling where finished_at is null order by id limit 1 for update skip locked",
                        RefilingRequests::read)
                .stream()
                .findFirst();
    }

    public void begin(RefilingRequest request) {
        db.update("update refiling set begun_at = now() where id = ?", request.id());
    }

    public void finish(RefilingRequest request) {
        db.update("update refiling set finished_at = now() where id = ?", request.id());
    }

    public void leave(RefilingRequest request, long inbox, String why, String detail) {
        db.update(
                "insert into refiling_named (refiling, inbox, why, detail) values (?, ?, ?, ?) on conflict do nothing",
                request.id(),
                inbox,
                why,
                detail);
    }

    /// In the transaction that did it: broken off and begun again, nothing is counted twice or left out.
    public void count(RefilingRequest request, long done, int messages, RowTally tally) {
        db.update("""
                update refiling set done_inbox = ?, messages = messages + ?, same = same + ?, changed = changed + ?,
                                    added = added + ?, gone = gone + ?
                 where id = ?""", done, messages, tally.same(), tally.changed(), tally.added(), tally.gone(), request.id());
    }

    private static RefilingRequest read(ResultSet row, int number) throws SQLException {
        var facility = row.getObject("facility", Long.class);
        var kind = row.getObject("kind", Integer.class);
        return new RefilingRequest(
                row.getLong("id"),
                new RefilingScope(
                        facility == null ? null : new FacilityId(facility),
                        kind == null ? null : RecordKind.of(kind),
                        row.getObject("since", OffsetDateTime.class),
                        row.getBoolean("plan")),
                row.getLong("last_inbox"),
                row.getLong("done_inbox"),
                row.getLong("messages"),
                new RowTally(row.getLong("same"), row.getLong("changed"), row.getLong("added"), row.getLong("gone")),
                row.getObject("begun_at") != null,
                row.getObject("finished_at") != null);
    }
}
