package hmnet.record.inbox;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.record.inbox.InboxState.FileState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files that a human has to look at (隔離ファイル). The operator sees where from, which file and why, never
/// what is in it.
@Component
public class Quarantine {
    private static final int MOST_TOLD = 50;
    private static final String HELD = """
            select o.id, %s, i.received_at, i.size, o.reason, %s
              from inbox_outcome o join inbox i on i.id = o.id
             where o.state = %d and o.discarded_at is null""".formatted(InboxSeal.PATH, InboxSeal.DETAIL, FileState.QUARANTINED_CODE);

    private final JdbcClient db;
    private final InboxSeal seal;
    private final Audit audit;

    Quarantine(JdbcClient db, Audit audit, InboxSeal seal) {
        this.seal = seal;
        this.db = db;
        this.audit = audit;
    }

    /// One file in quarantine.
    ///
    /// @param reason its code, as the formats and the filing name it
    public record QuarantinedFile(
            long id,
            FacilityId facility,
            String path,
            OffsetDateTime receivedAt,
            long size,
            String reason,
            String detail) {}

    /// How many files of a facility are held for one reason.
    public record HeldCount(FacilityId facility, String reason, long files) {}

    /// All of them, counted.
    public List<HeldCount> counts() {
        return db.sql("""
                        select facility, reason, count(*) as files from inbox_outcome
                         where state = %d and discarded_at is null group by 1, 2 order by 1, 2""".formatted(FileState.QUARANTINED_CODE))
                .query((row, number) -> new HeldCount(
                        new FacilityId(row.getLong("facility")), row.getString("reason"), row.getLong("files")))
                .list();
    }

    /// The newest files in quarantine of each facility: however many one sends, those of the others stand beside them.
    public List<QuarantinedFile> held() {
        return db.sql(HELD + """
                         and o.id in (select id
                                        from (select id, row_number() over (partition by facility order by id desc) as place
                                                from inbox_outcome where state = %d and discarded_at is null) newest
                                       where place <= ?)
                        order by o.facility, o.id desc""".formatted(FileState.QUARANTINED_CODE))
                .param(MOST_TOLD)
                .query((row, number) -> held(row))
                .list();
    }

    /// The newest of one facility.
    public List<QuarantinedFile> held(FacilityId facility) {
        return db.sql(HELD + " and o.facility = ? order by o.id desc limit ?")
                .params(facility.value(), MOST_TOLD)
                .query((row, number) -> held(row))
                .list();
    }

    /// Those of these that are held, the oldest first, as many as a page tells.
    public List<QuarantinedFile> held(Collection<Long> ids) {
        return db.sql(HELD + " and o.id = any(?) order by o.id limit ?")
                .params(ids.toArray(Long[]::new), MOST_TOLD)
                .query((row, number) -> held(row))
                .list();
    }

    /// How many there are, whatever a page shows of them.
    public long holds() {
        return counts().stream().mapToLong(HeldCount::files).sum();
    }

    private QuarantinedFile held(ResultSet row) throws SQLException {
        return new QuarantinedFile(
                row.getLong("id"),
                new FacilityId(row.getLong("facility")),
                seal.path(row),
                row.getObject("received_at", OffsetDateTime.class),
                row.getLong("size"),
                row.getString("reason"),
                Objects.requireNonNullElse(seal.detail(row), ""));
    }

    /// How many files wait to be read.
    public long waiting() {
        return db.sql("""
                        select (select coalesce(sum(kept), 0) from inbox_received)
                               - (select coalesce(sum(accepted + repaired + quarantined), 0) from inbox_count)""").query(Long.class).single();
    }

    /// How many of these wait until they are examined.
    public long unexamined() {
        return db.sql("select count(*) from inbox_waiting where unexamined")
                .query(Long.class)
                .single();
    }

    /// Puts a file back to be read again.
    @Transactional
    public void retry(long id, Requester by) {
        var facility = db.sql("""
                        delete from inbox_outcome where id = ? and state = %d and discarded_at is null
                        returning facility""".formatted(FileState.QUARANTINED_CODE))
                .param(id)
                .query(Long.class)
                .optional();
        facility.ifPresent(from -> {
            db.sql("insert into inbox_waiting (id, facility, bucket) values (?, ?, ?)")
                    .params(id, from, bucket(new FacilityId(from), id))
                    .update();
            db.sql("update inbox_count set quarantined = quarantined - 1 where facility = ?")
                    .param(from)
                    .update();
            trace(Action.QUARANTINE_RELEASED, id, by);
        });
    }

    /// Puts back all files of a facility that are held for one reason: the reader or the rule was mended.
    @Transactional
    public int retryAll(FacilityId facility, String reason, Requester by) {
        var ids = db.sql("""
                        select id from inbox_outcome
                         where facility = ? and reason = ? and state = %d and discarded_at is null order by id limit 10000""".formatted(FileState.QUARANTINED_CODE))
                .params(facility.value(), reason)
                .query(Long.class)
                .list();
        ids.forEach(id -> retry(id, by));
        return ids.size();
    }

    /// Takes a file off the desk for good. Its bytes stay in the inbox.
    @Transactional
    public void discard(long id, Requester by) {
        var done = db.sql("""
                        update inbox_outcome set discarded_at = now(), discarded_by = ?
                         where id = ? and state = %d and discarded_at is null""".formatted(FileState.QUARANTINED_CODE))
                .params(by.actor().word(), id)
                .update();
        if (done == 1) {
            trace(Action.QUARANTINE_DISCARDED, id, by);
        }
    }

    /// Brings a discarded file back to the desk.
    @Transactional
    public void restore(long id, Requester by) {
        var done = db.sql("""
                        update inbox_outcome set discarded_at = null, discarded_by = null
                         where id = ? and state = %d and discarded_at is not null""".formatted(FileState.QUARANTINED_CODE)).param(id).update();
        if (done == 1) {
            trace(Action.QUARANTINE_RESTORED, id, by);
        }
    }

    /// Puts a filed file back on the desk: a human took back whose it is. One that waits to be read, or is
    /// on the desk, stays.
    @Transactional
    public void holdAgain(long id, String reason, String detail, Requester by) {
        var filed = db.sql("""
                        update inbox_count c
                           set quarantined = quarantined + 1,
                               accepted = accepted - case when o.state is null then 1 else 0 end,
                               repaired = repaired - case when o.state = %d then 1 else 0 end
                          from inbox i left join inbox_outcome o on o.id = i.id
                         where i.id = ? and c.facility = i.facility and coalesce(o.state, 0) <> %d
                           and not exists (select from inbox_waiting w where w.id = i.id)""".formatted(FileState.REPAIRED_CODE, FileState.QUARANTINED_CODE))
                .param(id)
                .update();
        if (filed == 0) {
            return;
        }
        db.sql("""
                        insert into inbox_outcome (id, facility, state, reason, sealed_detail)
                        select i.id, i.facility, %1$d, ?, ? from inbox i where i.id = ?
                            on conflict (id) do update
                           set state = %1$d, reason = excluded.reason, detail = null,
                               sealed_detail = excluded.sealed_detail, repairs = null""".formatted(FileState.QUARANTINED_CODE))
                .param(reason)
                .param(seal.sealDetail(id, detail))
                .param(id)
                .update();
        trace(Action.QUARANTINE_RESTORED, id, by);
    }

    private short bucket(FacilityId facility, long id) {
        return db.sql("select " + InboxSeal.PATH + ", i.format from inbox i where i.id = ?")
                .param(id)
                .query((row, number) -> new ReceivedFile(
                                seal.path(row),
                                new byte[0],
                                MessageInbox.inLane(row.getShort("format"))
                                        ? ReceivedFile.Door.FILES
                                        : ReceivedFile.Door.STORAGE)
                        .bucket(facility))
                .single();
    }

    private void trace(Action action, long id, Requester by) {
        audit.write(by.did(action, null, "done", Map.of("inbox", Long.toString(id))));
    }
}
