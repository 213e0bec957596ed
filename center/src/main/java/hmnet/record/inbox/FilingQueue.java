package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile.Door;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What waits to be filed (取込待ち), in buckets by chart, so that two workers never touch one chart at once.
@Component
public class FilingQueue {
    static final int BUCKETS = 16;

    /// The lane of files that may tell of many patients; whoever files one holds the buckets of all of them.
    public static final short FILES = BUCKETS;

    static final int TRIES = 100;

    /// When something is tried again that could not be examined; each time twice as late, up to half an hour or so.
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 5;
    private static final int LOCK_SPACE = 7001;
    private final JdbcTemplate db;
    private final InboxSeal seal;
    private final SealedNumbers numbers;

    FilingQueue(JdbcTemplate db, InboxSeal seal, SealedNumbers numbers) {
        this.numbers = numbers;
        this.seal = seal;
        this.db = db;
    }

    public static short bucket(FacilityId facility, String number) {
        return (short) Math.floorMod(31L * facility.value() + number.hashCode(), (long) BUCKETS);
    }

    /// The buckets that have something to file.
    public List<Short> busy() {
        return db.query("""
                select b::smallint as b from generate_series(0, ?) as b
                 where exists (select from inbox_waiting w where w.bucket = b and w.parked_until is null)""", (row, number) -> row.getShort("b"), (int) FILES);
    }

    /// Takes a bucket for the rest of the transaction; false when another worker, on any node, has it.
    public boolean take(short bucket) {
        return Boolean.TRUE.equals(
                db.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, LOCK_SPACE, bucket));
    }

    /// Takes the buckets of all chart numbers in a file of the lane, and waits for those at work there. No deadlock:
    /// the buckets are locked in order, before any write.
    public void takeAll(FacilityId facility, List<String> numbers) {
        numbers.stream()
                .map(number -> bucket(facility, number))
                .distinct()
                .sorted()
                .forEach(bucket -> db.query("select pg_advisory_xact_lock(?, ?)", row -> {}, LOCK_SPACE, bucket));
    }

    /// The oldest waiting files of a bucket, at most `limit` and, beyond the first, 32 MiB of them.
    public List<WaitingFile> next(short bucket, int limit) {
        return db.query("""
                select id, facility, path, sealed_path, format, key, body, received_at, tries,
                       (select p.number from inbox_patient p where p.id = q.id) as named
                  from (select i.id, %s, i.format, i.body, i.received_at, w.tries,
                               sum(i.size) over (order by i.id) - i.size as before
                          from (select id, tries from inbox_waiting
                                 where bucket = ? and parked_until is null order by id limit ?) w
                          join inbox i on i.id = w.id) q
                 where before < 33554432
                 order by id""".formatted(InboxSeal.PATH), this::file, bucket, limit);
    }

    private WaitingFile file(ResultSet row, int number) throws SQLException {
        return new WaitingFile(
                row.getLong("id"),
                new FacilityId(row.getLong("facility")),
                seal.path(row),
                row.getShort("format"),
                row.getBytes("key"),
                row.getBytes("body"),
                row.getObject("received_at", java.time.OffsetDateTime.class),
                row.getInt("tries"),
                numbers.open(row, "facility", "named"));
    }

    /// An original that was filed or held before, to be read again.
    ///
    /// @param waits it is not filed yet: whoever files it reads it under today's rules
    /// @param held it waits at the quarantine desk, or was taken off it
    public record KeptOriginal(WaitingFile file, boolean waits, boolean held) {}

    /// Originals in the order they came, at most `limit` and, beyond the first, 32 MiB of them.
    ///
    /// @param after and not this one
    /// @param facility of this one alone, or null
    /// @param since that came then or later, or null
    public List<KeptOriginal> originals(
            long after, long last, @Nullable FacilityId facility, @Nullable OffsetDateTime since, int limit) {
        return db.query(
                """
                select id, facility, path, sealed_path, format, key, body, received_at, 0 as tries,
                       (select p.number from inbox_patient p where p.id = q.id) as named,
                       exists (select from inbox_waiting w where w.id = q.id) as waits,
                       exists (select from inbox_outcome o where o.id = q.id and o.state = %d) as held
                  from (select i.*, sum(i.size) over (order by i.id) - i.size as before
                          from (select * from inbox
                                 where id > ? and id <= ? and facility = coalesce(?::bigint, facility)
                                   and received_at >= coalesce(?::timestamptz, '-infinity')
                                 order by id limit ?) i) q
                 where before < 33554432
                 order by id""".formatted(FileState.QUARANTINED_CODE),
                (row, number) -> new KeptOriginal(file(row, number), row.getBoolean("waits"), row.getBoolean("held")),
                after,
                last,
                facility == null ? null : facility.value(),
                since == null ? null : since.toString(),
                limit);
    }

    /// Those of these originals that wait to be filed, or are held, now: for whoever has the buckets of their charts.
    public Set<Long> open(Collection<Long> ids) {
        var all = ids.toArray(Long[]::new);
        return Set.copyOf(db.queryForList("""
                select id from inbox_waiting where id = any(?)
                union select id from inbox_outcome where id = any(?) and state = %d""".formatted(FileState.QUARANTINED_CODE), Long.class, all, all));
    }

    /// Takes files off the queue.
    public void done(List<Long> ids) {
        db.update("delete from inbox_waiting where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    /// Sets a file aside until its patient's own demographics come, or the time is up.
    public void park(WaitingFile file, Duration patience) {
        park(file, patience, false);
    }

    /// Sets a file aside that could not be examined, each time for longer.
    public void parkUnexamined(WaitingFile file) {
        park(file, later(file.tries()), true);
    }

    private void park(WaitingFile file, Duration patience, boolean unexamined) {
        db.update("""
                update inbox_waiting set parked_until = now() + make_interval(secs => ?), tries = least(tries + 1, ?),
                                         unexamined = ?
                 where id = ?""", patience.toSeconds(), TRIES, unexamined, file.id());
    }

    /// @param tries how often it was set aside before
    static Duration later(int tries) {
        return SOON.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    }

    /// Brings back what was set aside in a facility's bucket: demographics have come.
    public void unpark(FacilityId facility, short bucket) {
        db.update("""
                update inbox_waiting set parked_until = null
                 where facility = ? and bucket = ? and parked_until is not null""", facility.value(), bucket);
    }

    /// The same of a facility's files of any format, but for those that wait to be examined. One that is being set
    /// aside
    /// at this moment comes back when its time is up: nobody waits for it.
    public void unparkFiles(FacilityId facility) {
        db.update("""
                update inbox_waiting set parked_until = null
                 where id in (select id from inbox_waiting
                               where facility = ? and bucket = ? and parked_until is not null and not unexamined
                                 for update skip locked)""", facility.value(), FILES);
    }

    /// Brings back what was set aside and whose time is up.
    public void unparkLate() {
        db.update("update inbox_waiting set parked_until = null where parked_until < now()");
    }

    /// One file that waits.
    ///
    /// @param format of its bytes, as `inbox.format` numbers it
    /// @param tries how often it was set aside
    /// @param named the chart number that the desk gave it, or null
    public record WaitingFile(
            long id,
            FacilityId facility,
            String path,
            short format,
            byte[] key,
            byte[] body,
            java.time.OffsetDateTime receivedAt,
            int tries,
            @Nullable String named) {
        /// It came with an individual number and is not filed.
        public boolean masked() {
            return format == MessageInbox.HL7_MASKED
                    || format == MessageInbox.CARE_MASKED
                    || format == Door.STORAGE.format(true)
                    || format == Door.FILES.format(true);
        }

        /// A file of any format, of one patient or many.
        public boolean files() {
            return format == Door.FILES.format(false);
        }

        /// A file in the file store; its body is its descriptor.
        public boolean large() {
            return format == LargeFiles.FORMAT;
        }

        /// A message of an identity feed that tells of no care.
        public boolean message() {
            return format == MessageInbox.HL7 || format == MessageInbox.HL7_MASKED;
        }

        /// A message that tells of care.
        public boolean care() {
            return format == MessageInbox.CARE;
        }
    }
}
