package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/// Seals names and details that were written before they were sealed (旧いファイル名の封印), a batch at a time, beside a
/// centre at work. Cut off, it goes on at the next start; two nodes do not hinder each other.
@Component
class InboxSealing {
    private static final Logger LOG = LoggerFactory.getLogger(InboxSealing.class);
    private static final int BATCH = 2_000;

    private final JdbcTemplate db;
    private final InboxSeal seal;

    InboxSealing(JdbcTemplate db, InboxSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    private record SealedValue(long id, byte[] value) {}

    @Async
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        all();
    }

    void all() {
        tell("names of files", untilNone(this::paths));
        tell("details of held files", untilNone(this::details));
        tell("names of uploads", uploads());
    }

    private static void tell(String what, long sealed) {
        if (sealed > 0) {
            LOG.info("{} {} were sealed", sealed, what);
        }
    }

    private static long untilNone(LongSupplier batch) {
        long sealed = 0;
        for (long more = batch.getAsLong(); more > 0; more = batch.getAsLong()) {
            sealed += more;
        }
        return sealed;
    }

    long paths() {
        var plain = db.query(
                "select i.id, " + InboxSeal.PATH + " from inbox i where i.path is not null limit " + BATCH,
                (row, number) -> new SealedValue(
                        row.getLong("id"),
                        seal.sealPath(new FacilityId(row.getLong("facility")), row.getBytes("key"), seal.path(row))));
        return plain.isEmpty()
                ? 0
                : Objects.requireNonNull(db.queryForObject(
                        "select inbox_seal(?::bigint[], ?::bytea[])", Long.class, ids(plain), values(plain)));
    }

    long details() {
        var plain = db.query(
                "select o.id, " + InboxSeal.DETAIL + " from inbox_outcome o where o.detail is not null limit " + BATCH,
                (row, number) -> new SealedValue(
                        row.getLong("id"),
                        Objects.requireNonNull(seal.sealDetail(row.getLong("id"), seal.detail(row)))));
        return plain.isEmpty() ? 0 : db.update("""
                        update inbox_outcome o set sealed_detail = s.value, detail = null
                          from unnest(?::bigint[], ?::bytea[]) as s(id, value)
                         where o.id = s.id and o.detail is not null""", ids(plain), values(plain));
    }

    /// What is under way lives for a day.
    private long uploads() {
        var plain = db.query(
                "select id, facility, path, sealed_path from upload where path is not null",
                (row, number) -> new PlainUpload(
                        row.getObject("id", UUID.class), new FacilityId(row.getLong("facility")), seal.upload(row)));
        plain.forEach(upload -> db.update(
                "update upload set sealed_path = ?, path_key = ?, path = null where id = ? and path is not null",
                seal.sealUpload(upload.id(), upload.path()),
                seal.uploadKey(upload.facility(), upload.path()),
                upload.id()));
        return plain.size();
    }

    private record PlainUpload(UUID id, FacilityId facility, String path) {}

    private static Long[] ids(List<SealedValue> values) {
        return values.stream().map(SealedValue::id).toArray(Long[]::new);
    }

    private static byte[][] values(List<SealedValue> values) {
        return values.stream().map(SealedValue::value).toArray(byte[][]::new);
    }
}
