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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The data keys (データ鍵), one per facility and bucket of chart numbers. Each is wrapped twice: under a key that is
/// derived from the centre's root, and under a key of the ring, which stands outside the database and its backups.
/// Destroying the ring's key erases what was sealed (`Erasure`).
@Component
public class DataKeys {
    static final int BUCKETS = 256;

    /// For so long a key may be used after its erasure was written down.
    static final Duration FRESH = Duration.ofMillis(500);

    private final JdbcClient db;
    private final WrappedKeys wrapping;
    private volatile KnownKeys known = new KnownKeys(-1);
    private volatile long askedAt;

    public DataKeys(JdbcClient db, Keys keys, KeyRing ring) {
        this.db = db;
        this.wrapping = new WrappedKeys(keys, ring);
        this.askedAt = System.nanoTime() - FRESH.toNanos();
    }

    /// Sees to it that chart numbers have their keys, before a transaction begins. Inside one it would take a
    /// second connection, and when every connection of the pool waits for a second one, none comes free.
    public void ready(FacilityId facility, Collection<String> numbers) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Data keys are made before a transaction, not inside it");
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

    /// The key for a chart number of a facility.
    public DataKey of(FacilityId facility, String number) {
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
    DataKey byId(int id) {
        var now = known();
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
            known = new KnownKeys(erasures);
        }
        askedAt = asked;
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

    private Optional<DataKey> fetch(BucketPlace place) {
        var held = known;
        var found = db.sql("select * from data_key where facility = ? and bucket = ? and erased_at is null")
                .params(place.facility(), place.bucket())
                .query((row, number) -> wrapping.open(row))
                .optional();
        found.ifPresent(key -> held.byPlace().put(place, key));
        return found;
    }

    private DataKey fetch(int id) {
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
    private DataKey openOrGone(ResultSet row, KnownKeys held) throws SQLException {
        try {
            return wrapping.open(row);
        } catch (ErasedKey erased) {
            held.gone().add(row.getInt("id"));
            throw erased;
        }
    }

    private record BucketPlace(long facility, short bucket) {}

    /// What is held in memory; thrown away as a whole, so that a key that was being fetched is not kept either.
    private record KnownKeys(
            long erasures,
            Map<BucketPlace, DataKey> byPlace,
            Map<Integer, DataKey> byId,
            Set<Integer> gone,
            Set<Long> all) {
        KnownKeys(long erasures) {
            this(
                    erasures,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet());
        }
    }
}
