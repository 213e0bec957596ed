package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.UnusableKey;
import hmnet.record.vault.WrappedKeys.WrappedKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Erases by destroying keys (鍵の破棄による消去): all of a facility, or one of its 256 buckets. What was sealed stays in
/// tables, log and backups, and nobody opens it again.
///
/// Two people agree to it (`ErasureRequests`). It is written down first: from then on every centre forgets the keys
/// within `DataKeys.FRESH`, and what is being kept
/// is either committed or sealed anew under another key. Then the keys are destroyed. Whoever is cut off between the
/// two finishes it by doing it again.
public final class Erasure {
    static final int LOCK_SPACE = 0x65726173;

    /// Takes the facility, and twice its bucket or null for all.
    private static final String OF = "facility = ? and (?::smallint is null or bucket = ?)";

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final KeyRing ring;
    private final WrappedKeys wrapping;
    private final ErasureRequests requests;

    /// @param db as the owner of the tables, but for `finish`
    public Erasure(JdbcClient db, TransactionOperations transaction, Keys keys, KeyRing ring) {
        this.db = db;
        this.wrapping = new WrappedKeys(keys, ring);
        this.requests = ErasureRequests.beside(db, keys);
        this.transaction = transaction;
        this.ring = ring;
    }

    /// What would be erased.
    ///
    /// @param keys data keys whose key in the ring still stands
    /// @param records rows of charts, of whatever version
    /// @param patients charts of the facility that these rows are in
    public record ErasurePlan(int keys, long records, long patients) {}

    /// As the owner of the tables sees them.
    public ErasurePlan plan(FacilityId facility, Optional<Short> bucket) {
        var keys = db.sql("select ring from data_key where " + OF + " and ring is not null")
                .param(facility.value())
                .param(bucket.orElse(null))
                .param(bucket.orElse(null))
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list();
        return db.sql("""
                        select count(*) as records, count(distinct patient) as patients
                          from record
                         where facility = ? and substring(extract from %d for 4) in (select int4send(id) from data_key where %s)""".formatted(Envelope.KEY_AT + 1, OF))
                .param(facility.value())
                .param(facility.value())
                .param(bucket.orElse(null))
                .param(bucket.orElse(null))
                .query((row, number) -> new ErasurePlan(
                        (int) keys.stream().filter(ring::holds).count(),
                        row.getLong("records"),
                        row.getLong("patients")))
                .single();
    }

    /// Returns how many keys were destroyed. Two people must have agreed: else nothing is.
    ///
    /// @param trace is run in the transaction that writes the act down
    public int erase(FacilityId facility, Optional<Short> bucket, Runnable trace) {
        demandOurRing(facility);
        var fresh = wrapping.fresh(bucket.isPresent() ? 1 : DataKeys.BUCKETS);
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(LOCK_SPACE, Long.hashCode(facility.value()))
                    .query(row -> {});
            var approval = requests.confirmed(new ErasureTarget(facility, bucket))
                    .orElseThrow(() -> new IllegalStateException(
                            "No second officer has agreed to this within a week: nothing was erased"));
            trace.run();
            replace(facility, bucket, fresh);
            db.sql("insert into key_erasure (facility, bucket, approval) values (?, ?, ?)")
                    .param(facility.value())
                    .param(bucket.orElse(null))
                    .param(approval.id())
                    .update();
        });
        untilForgotten();
        return destroy();
    }

    /// Else the act would be written down and nothing destroyed.
    private void demandOurRing(FacilityId facility) {
        var strange = db
                .sql("select ring from data_key where facility = ? and ring is not null and erased_at is null")
                .param(facility.value())
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list()
                .stream()
                .filter(key -> !ring.knows(key))
                .count();
        if (strange > 0) {
            throw new UnusableKey(
                    "The ring %s does not know %d data keys of the facility: is it the ring of this database? Nothing was erased."
                            .formatted(ring.path(), strange));
        }
    }

    /// Whoever is filing in the bucket goes on under the key of after.
    private void replace(FacilityId facility, Optional<Short> bucket, List<WrappedKey> fresh) {
        var erased = db.sql(
                        "update data_key set erased_at = now() where " + OF + " and erased_at is null returning bucket")
                .param(facility.value())
                .param(bucket.orElse(null))
                .param(bucket.orElse(null))
                .query((row, number) -> row.getShort("bucket"))
                .list();
        for (var n = 0; n < erased.size(); n++) {
            db.sql("insert into data_key (facility, bucket, wrapped, ring) values (?, ?, ?, ?)")
                    .params(
                            facility.value(),
                            erased.get(n),
                            fresh.get(n).wrapped(),
                            fresh.get(n).ring())
                    .update();
        }
    }

    /// Destroys every key that an act was written down for, and returns how many.
    private int destroy() {
        var last = db.sql("select coalesce(max(id), 0) from key_erasure")
                .query(Long.class)
                .single();
        var gone = db
                .sql("select ring from data_key where erased_at is not null and ring is not null")
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list()
                .stream()
                .filter(ring::holds)
                .toList();
        ring.destroy(gone);
        db.sql("update key_erasure set destroyed_at = now() where id <= ? and destroyed_at is null")
                .param(last)
                .update();
        return gone.size();
    }

    /// Destroys what was written down before somebody was cut off.
    int finish() {
        untilForgotten();
        return destroy();
    }

    /// Acts that were written down and whose keys may still stand.
    public long unfinished() {
        return db.sql("select count(*) from key_erasure where destroyed_at is null")
                .query(Long.class)
                .single();
    }

    private static void untilForgotten() {
        try {
            Thread.sleep(DataKeys.FRESH.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Erasing was cut off before the keys were destroyed: do it again", e);
        }
    }
}
