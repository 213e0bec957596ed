package hmnet.record.vault;

import hmnet.ground.approval.Approval;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.KeyRing.KeyLeaf;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.UnusableKey;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.vault.DataKeys.NamedLeaf;
import hmnet.record.vault.KeysOfChart.DoomedKeys;
import hmnet.record.vault.WrappedKeys.WrappedKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Erases by destroying keys (鍵の破棄による消去): all of a facility, or one of its charts. What was sealed stays in tables,
/// log and backups, and nobody opens it again.
///
/// Two people agree to it (`ErasureRequests`). It is written down first: from then on every centre forgets the keys
/// within `DataKeys.FRESH`, and what is being kept is either committed or sealed anew under another key. Then the keys
/// are destroyed. Whoever is cut off between the two finishes it by doing it again.
public final class Erasure {
    static final int LOCK_SPACE = 0x65726173;

    /// Acts of all facilities are written down one after the other: whoever knows the last one knows all.
    static final long ACTS_LOCK = 0x6572_6173_7572_6573L;

    /// Nobody who is at it takes so long.
    private static final Duration CUT_OFF = Duration.ofSeconds(20);

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final KeyRing ring;
    private final WrappedKeys wrapping;
    private final SealedNumbers numbers;
    private final KeysOfChart keysOfChart;
    private final ErasureReach reach;
    private final ErasureRequests requests;

    /// @param db as the owner of the tables, but for `finish`
    public Erasure(JdbcClient db, TransactionOperations transaction, Keys keys, KeyRing ring) {
        this.db = db;
        this.wrapping = new WrappedKeys(keys, ring);
        this.numbers = new SealedNumbers(keys);
        this.keysOfChart = new KeysOfChart(db, new DataKeys(db, keys, ring));
        this.reach = new ErasureReach(db, ring);
        this.requests = ErasureRequests.beside(db, keys);
        this.transaction = transaction;
        this.ring = ring;
    }

    /// What would be erased, as the owner of the tables sees it.
    public ErasurePlan plan(ErasureTarget target) {
        return reach.of(target.facility(), sealed(target), doomed(target));
    }

    private DoomedKeys doomed(ErasureTarget target) {
        var chart = target.number(numbers);
        if (chart.isPresent()) {
            var number = chart.get();
            return keysOfChart.of(target.facility(), number, numbers.of(target.facility(), number));
        }
        return new DoomedKeys(
                db.sql("select id from data_key where facility = ? and erased_at is null")
                        .param(target.facility().value())
                        .query((row, n) -> row.getInt("id"))
                        .set(),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private byte @Nullable [] sealed(ErasureTarget target) {
        return target.number(numbers)
                .map(number -> numbers.of(target.facility(), number))
                .orElse(null);
    }

    /// Returns how many keys were destroyed. Two people must have agreed, and to these charts: else nothing is.
    ///
    /// @param trace is run in the transaction that writes the act down
    public int erase(ErasureTarget target, Runnable trace) {
        var facility = target.facility();
        demandOurRing(facility);
        var fresh = target.chart().isPresent() ? List.<WrappedKey>of() : wrapping.fresh(DataKeys.BUCKETS);
        var holders = keysOfChart.holders(facility, sealed(target));
        var plan = plan(target);
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(LOCK_SPACE, Long.hashCode(facility.value()))
                    .query(row -> {});
            if (!keysOfChart.holders(facility, sealed(target)).equals(holders)) {
                throw new IllegalStateException("The number was given to another human meanwhile: nothing was erased");
            }
            var approval = requests.confirmed(target, plan)
                    .orElseThrow(() -> new IllegalStateException(
                            "No second officer has agreed to this within a week: nothing was erased"));
            trace.run();
            var doomed = doomed(target);
            replace(facility, doomed.whole(), fresh);
            writeDown(target, approval, doomed.leaves());
        });
        untilForgotten();
        return destroy();
    }

    private void writeDown(ErasureTarget target, Approval approval, Set<NamedLeaf> leaves) {
        db.sql("select pg_advisory_xact_lock(?)").param(ACTS_LOCK).query(row -> {});
        var act = db.sql("insert into key_erasure (facility, chart, approval) values (?, ?, ?) returning id")
                .param(target.facility().value())
                .param(sealed(target))
                .param(approval.id())
                .query(Long.class)
                .single();
        var each = List.copyOf(leaves);
        db.sql("""
                        insert into erased_leaf (erasure, data_key, leaf)
                        select ?, k, l from unnest(?::int[], ?::int[]) as n(k, l)
                            on conflict do nothing""")
                .param(act)
                .param(each.stream().map(NamedLeaf::key).toArray(Integer[]::new))
                .param(each.stream().map(NamedLeaf::leaf).toArray(Integer[]::new))
                .update();
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

    /// Whoever is filing goes on under the keys of after.
    private void replace(FacilityId facility, Set<Integer> whole, List<WrappedKey> fresh) {
        record ErasedRow(short bucket, boolean inUse) {}
        var sql = """
                update data_key set erased_at = now() where id = any(?::int[]) and erased_at is null
                returning bucket, retired_at is null as in_use""";
        var buckets = db
                .sql(sql)
                .param(whole.stream().map(Object::toString).toArray(String[]::new))
                .query((row, number) -> new ErasedRow(row.getShort("bucket"), row.getBoolean("in_use")))
                .list()
                .stream()
                .filter(ErasedRow::inUse)
                .map(ErasedRow::bucket)
                .toList();
        for (var n = 0; n < buckets.size(); n++) {
            db.sql("insert into data_key (facility, bucket, wrapped, ring) values (?, ?, ?, ?)")
                    .params(
                            facility.value(),
                            buckets.get(n),
                            fresh.get(n).wrapped(),
                            fresh.get(n).ring())
                    .update();
        }
    }

    /// Destroys every key and every leaf that an act was written down for, and returns how many. An act that is
    /// written down meanwhile is left to whoever began it.
    private int destroy() {
        var acts = db.sql("select id from key_erasure where destroyed_at is null")
                .query((row, number) -> row.getLong("id"))
                .list()
                .toArray(Long[]::new);
        var gone = db
                .sql("select ring from data_key where erased_at is not null and ring is not null")
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list()
                .stream()
                .filter(ring::holds)
                .toList();
        var leaves = db.sql("""
                        select k.ring, l.leaf from erased_leaf l join data_key k on k.id = l.data_key
                         where l.erasure = any(?::bigint[]) and k.ring is not null""")
                .param(acts)
                .query((row, number) -> new KeyLeaf(row.getObject("ring", UUID.class), row.getInt("leaf")))
                .list();
        ring.destroy(gone, leaves);
        db.sql("delete from erased_leaf where erasure = any(?::bigint[])")
                .param(acts)
                .update();
        db.sql("update key_erasure set destroyed_at = now() where id = any(?::bigint[])")
                .param(acts)
                .update();
        return gone.size() + leaves.size();
    }

    /// Destroys what was written down before somebody was cut off, and returns how many keys.
    public int finish() {
        untilForgotten();
        return destroy();
    }

    /// Whether an act was written down so long ago that whoever began it has been cut off.
    boolean leftUndone() {
        return db.sql("""
                        select exists (select from key_erasure
                                        where destroyed_at is null and begun_at < now() - make_interval(secs => ?))""").param(CUT_OFF.toSeconds()).query(Boolean.class).single();
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
