package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The data keys (データ鍵): rows of one facility and bucket of chart numbers, and in each a leaf for every chart. A row is
/// wrapped twice: under a key that is derived from the centre's root, and under a key of the ring, which stands outside
/// the database and its backups. The leaves grow in the ring. Destroying a leaf there erases one chart, destroying the
/// ring's key all that the row sealed (`Erasure`).
@Component
public class DataKeys {
    static final int BUCKETS = 256;

    /// For so long a key may be used after its erasure was written down.
    static final Duration FRESH = Duration.ofMillis(500);

    /// How many keys of charts are held in memory.
    private static final int LEAVES = 20_000;

    private final JdbcClient db;
    private final WrappedKeys wrapping;
    private final LeafNumbers leaves;
    private volatile KnownKeys known = new KnownKeys(-1, Set.of());
    private volatile long askedAt;

    public DataKeys(JdbcClient db, Keys keys, KeyRing ring) {
        this.db = db;
        this.wrapping = new WrappedKeys(keys, ring);
        this.leaves = new LeafNumbers(keys);
        this.askedAt = System.nanoTime() - FRESH.toNanos();
    }

    /// Sees to it that chart numbers have their keys, before a transaction begins. Inside one it would take a
    /// second connection, and when every connection of the pool waits for a second one, none comes free.
    ///
    /// @param numbers one that is no chart's stands for files that name none: those lie in all buckets
    public void ready(FacilityId facility, Collection<String> numbers) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Data keys are made before a transaction, not inside it");
        }
        if (!numbers.stream().allMatch(SealedSubject::isChart)) {
            readyForAll(facility);
        }
        var now = known();
        var missing = numbers.stream()
                .map(number -> new BucketPlace(facility.value(), bucket(number)))
                .distinct()
                .filter(place ->
                        !now.byPlace().containsKey(place) && fetch(place).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            make(missing);
        }
    }

    /// Sees to it that every chart number of a facility has its key: a file may tell of anybody.
    public void readyForAll(FacilityId facility) {
        if (known().all().contains(facility.value())) {
            return;
        }
        var numbers = new ArrayList<String>();
        var wanted = new HashSet<Short>();
        for (var n = 0; wanted.size() < BUCKETS; n++) {
            if (wanted.add(bucket(Integer.toString(n)))) {
                numbers.add(Integer.toString(n));
            }
        }
        var now = known();
        ready(facility, numbers);
        now.all().add(facility.value());
    }

    /// The key of a chart of a facility, or of files as they came. Its bucket was made `ready` before.
    public DataKey of(FacilityId facility, SealedSubject subject) {
        var now = known();
        var wanted = new SubjectPlace(facility, subject);
        var held = now.bySubject().get(wanted);
        if (held != null) {
            return held;
        }
        var key = standing(now, facility, subject);
        if (now.bySubject().size() >= LEAVES) {
            now.bySubject().clear();
        }
        now.bySubject().put(wanted, key);
        return key;
    }

    /// The key of a chart.
    public DataKey of(FacilityId facility, String number) {
        return of(facility, new SealedSubject.OfChart(number));
    }

    /// As `of`, or nothing where the bucket has no key.
    Optional<DataKey> inUse(FacilityId facility, SealedSubject subject) {
        var place = new BucketPlace(facility.value(), bucket(subject.number()));
        return known().byPlace().containsKey(place) || fetch(place).isPresent()
                ? Optional.of(of(facility, subject))
                : Optional.empty();
    }

    /// What was erased had its leaf; what comes later has the next one.
    private DataKey standing(KnownKeys now, FacilityId facility, SealedSubject subject) {
        var bucket = bucketKey(facility, subject.number());
        for (var life = 0; ; life++) {
            var leaf = leaves.of(facility, subject, life);
            if (!now.dying().contains(new NamedLeaf(bucket.id(), leaf))) {
                var key = bucket.ifStanding(leaf);
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
    }

    private BucketKey bucketKey(FacilityId facility, String number) {
        var place = new BucketPlace(facility.value(), bucket(number));
        var held = known().byPlace().get(place);
        return held != null
                ? held
                : fetch(place)
                        .orElseThrow(() -> new IllegalStateException("Facility " + facility.value()
                                + " has no data key " + place.bucket() + ": it was never made"));
    }

    /// Inside the transaction that keeps what was sealed: until it ends, no key of the facility is erased. Keys are
    /// forgotten here at once if one was.
    public void hold(FacilityId facility) {
        db.sql("select pg_advisory_xact_lock_shared(?, ?)")
                .params(Erasure.LOCK_SPACE, Long.hashCode(facility.value()))
                .query(row -> {});
        forgetErased();
    }

    /// As `hold`, for those that nobody is erasing or about to; the others are left out and nobody waits: who files has
    /// buckets of charts that others wait for. Asked before anything sealed is opened, so that nothing is sealed
    /// under a later key.
    public Set<FacilityId> holdFree(Collection<FacilityId> facilities) {
        var wanted = List.copyOf(facilities);
        var held = db.sql("""
                        select f.place from unnest(?::int[]) with ordinality as f(lock, place)
                         where pg_try_advisory_xact_lock_shared(?, f.lock)""")
                .param(wanted.stream()
                        .map(facility -> Long.hashCode(facility.value()))
                        .toArray(Integer[]::new))
                .param(Erasure.LOCK_SPACE)
                .query((row, number) -> wanted.get(row.getInt("place") - 1))
                .set();
        forgetErased();
        return held;
    }

    /// Whether no key is known to have been erased since.
    public boolean stands(SealingMoment moment) {
        return known.erasures() == moment.erasures();
    }

    /// To be taken before sealing.
    public SealingMoment moment() {
        return new SealingMoment(known().erasures());
    }

    /// Which erasures were known when something was sealed (封緘の時点).
    public record SealingMoment(long erasures) {}

    /// The key that an envelope names.
    ///
    /// @throws ErasedKey when it was destroyed
    SecretKeySpec byId(int id, int leaf) {
        var now = known();
        var wanted = new NamedLeaf(id, leaf);
        if (now.dying().contains(wanted)) {
            throw new ErasedKey("Leaf " + leaf + " of data key " + id);
        }
        var held = now.byLeaf().get(wanted);
        if (held != null) {
            return held;
        }
        var key = row(now, id).leaf(leaf).key();
        if (now.byLeaf().size() >= LEAVES) {
            now.byLeaf().clear();
        }
        now.byLeaf().put(wanted, key);
        return key;
    }

    /// The key of an envelope of before keys had leaves.
    ///
    /// @throws ErasedKey when it was destroyed
    SecretKeySpec ofWholeBucket(int id) {
        return row(known(), id).key();
    }

    private BucketKey row(KnownKeys now, int id) {
        if (now.gone().contains(id)) {
            throw new ErasedKey("Data key " + id);
        }
        var held = now.byId().get(id);
        return held != null ? held : fetch(id);
    }

    public static short bucket(String number) {
        return (short) Math.floorMod(number.hashCode(), BUCKETS);
    }

    /// Keys, unless one was erased meanwhile: then none.
    private KnownKeys known() {
        if (System.nanoTime() - askedAt >= FRESH.toNanos()) {
            forgetErased();
        }
        return known;
    }

    private void forgetErased() {
        var asked = System.nanoTime();
        var erasures = db.sql("select coalesce(max(id), 0) from key_erasure")
                .query(Long.class)
                .single();
        if (known.erasures() != erasures) {
            known = new KnownKeys(erasures, dying());
        }
        askedAt = asked;
    }

    /// Leaves that an act was written down for and that the ring may still hold.
    private Set<NamedLeaf> dying() {
        return Set.copyOf(db.sql("select data_key, leaf from erased_leaf")
                .query((row, number) -> new NamedLeaf(row.getInt("data_key"), row.getInt("leaf")))
                .set());
    }

    /// In one statement that commits by itself; another node may have been quicker, and its key counts.
    private void make(List<BucketPlace> places) {
        var fresh = wrapping.fresh(places.size());
        db.sql("""
                        insert into data_key (facility, bucket, wrapped, ring)
                        select f, b, w, r from unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::uuid[]) as k(f, b, w, r)
                            on conflict do nothing""")
                .param(places.stream().map(BucketPlace::facility).toArray(Long[]::new))
                .param(places.stream().map(BucketPlace::bucket).toArray(Short[]::new))
                .param(fresh.stream().map(WrappedKeys.WrappedKey::wrapped).toArray(byte[][]::new))
                .param(fresh.stream().map(key -> key.ring().toString()).toArray(String[]::new))
                .update();
    }

    private Optional<BucketKey> fetch(BucketPlace place) {
        var held = known;
        var found = db.sql(
                        "select * from data_key where facility = ? and bucket = ? and erased_at is null and retired_at is null")
                .params(place.facility(), place.bucket())
                .query((row, number) -> wrapping.open(row))
                .optional();
        found.ifPresent(key -> held.byPlace().put(place, key));
        return found;
    }

    private BucketKey fetch(int id) {
        var held = known;
        var key = db.sql("select * from data_key where id = ?")
                .param(id)
                .query((row, number) -> openOrGone(row, held))
                .optional()
                .orElseThrow(() -> new ErasedKey("Data key " + id)); // its row was deleted, as it was done before
        held.byId().put(id, key);
        return key;
    }

    /// A key that is destroyed never comes back: it is not asked for again.
    private BucketKey openOrGone(ResultSet row, KnownKeys held) throws SQLException {
        try {
            return wrapping.open(row);
        } catch (ErasedKey erased) {
            held.gone().add(row.getInt("id"));
            throw erased;
        }
    }

    private record BucketPlace(long facility, short bucket) {}

    private record SubjectPlace(FacilityId facility, SealedSubject subject) {}

    /// A leaf as envelopes name it.
    record NamedLeaf(int key, int leaf) {}

    /// What is held in memory; thrown away as a whole, so that a key that was being fetched is not kept either.
    private record KnownKeys(
            long erasures,
            Set<NamedLeaf> dying,
            Map<BucketPlace, BucketKey> byPlace,
            Map<Integer, BucketKey> byId,
            Map<SubjectPlace, DataKey> bySubject,
            Map<NamedLeaf, SecretKeySpec> byLeaf,
            Set<Integer> gone,
            Set<Long> all) {
        KnownKeys(long erasures, Set<NamedLeaf> dying) {
            this(
                    erasures,
                    dying,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet());
        }
    }
}
