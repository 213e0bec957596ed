package hmnet.record.vault;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The data keys (データ鍵), one per facility and bucket of chart numbers, wrapped under the master key.
/// Deleting a row of `data_key` erases everything sealed under it, in rows, inbox and backups alike.
@Component
public class DataKeys {
    static final int BUCKETS = 256;
    private static final int NONCE = 12;
    private final JdbcClient db;
    private final SecretKeySpec wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Map<BucketPlace, DataKey> byPlace = new ConcurrentHashMap<>();
    private final Map<Integer, DataKey> byId = new ConcurrentHashMap<>();
    private final Set<Long> all = ConcurrentHashMap.newKeySet();

    public DataKeys(JdbcClient db, Keys keys) {
        this.db = db;
        this.wrapping = new SecretKeySpec(keys.derive("wrapping of data keys"), "AES");
    }

    /// Sees to it that chart numbers have their keys, before a transaction begins. Inside one it would take a
    /// second connection, and when every connection of the pool waits for a second one, none comes free.
    public void ready(FacilityId facility, Collection<String> numbers) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Data keys are made before a transaction, not inside it");
        }
        for (var bucket : numbers.stream().map(DataKeys::bucket).distinct().toList()) {
            var place = new BucketPlace(facility.value(), bucket);
            if (!byPlace.containsKey(place) && fetch(place).isEmpty()) {
                make(place);
            }
        }
    }

    /// Sees to it that every chart number of a facility has its key: a file may tell of anybody.
    public void readyForAll(FacilityId facility) {
        if (all.contains(facility.value())) {
            return;
        }
        var numbers = new ArrayList<String>();
        var wanted = new HashSet<Short>();
        for (var n = 0; wanted.size() < BUCKETS; n++) {
            if (wanted.add(bucket(Integer.toString(n)))) {
                numbers.add(Integer.toString(n));
            }
        }
        ready(facility, numbers);
        all.add(facility.value());
    }

    /// The key for a chart number of a facility.
    public DataKey of(FacilityId facility, String number) {
        var place = new BucketPlace(facility.value(), bucket(number));
        var known = byPlace.get(place);
        return known != null
                ? known
                : fetch(place)
                        .orElseThrow(() -> new IllegalStateException("Facility " + facility.value()
                                + " has no data key " + place.bucket() + ": never made, or erased"));
    }

    /// The key that an envelope names.
    DataKey byId(int id) {
        var known = byId.get(id);
        return known != null ? known : fetch(id);
    }

    static short bucket(String number) {
        return (short) Math.floorMod(number.hashCode(), BUCKETS);
    }

    /// In one statement that commits by itself; another node may have been quicker.
    private void make(BucketPlace place) {
        db.sql("insert into data_key (facility, bucket, wrapped) values (?, ?, ?) on conflict do nothing")
                .params(place.facility(), place.bucket(), wrap(freshKey()))
                .update();
    }

    private Optional<DataKey> fetch(BucketPlace place) {
        var found = db.sql("select id, wrapped from data_key where facility = ? and bucket = ?")
                .params(place.facility(), place.bucket())
                .query((row, number) -> new DataKey(row.getInt("id"), unwrap(row.getBytes("wrapped"))))
                .optional();
        found.ifPresent(key -> byPlace.put(place, key));
        return found;
    }

    private DataKey fetch(int id) {
        var key = db.sql("select id, wrapped from data_key where id = ?")
                .param(id)
                .query((row, number) -> new DataKey(row.getInt("id"), unwrap(row.getBytes("wrapped"))))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Data key " + id + " is erased"));
        byId.put(id, key);
        return key;
    }

    private byte[] freshKey() {
        var key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private byte[] wrap(byte[] key) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, key, 0, key.length);
        var wrapped = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, wrapped, 0, NONCE);
        System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
        return wrapped;
    }

    private SecretKeySpec unwrap(byte[] wrapped) {
        var nonce = java.util.Arrays.copyOf(wrapped, NONCE);
        return new SecretKeySpec(crypt(Cipher.DECRYPT_MODE, nonce, wrapped, NONCE, wrapped.length - NONCE), "AES");
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int from, int length) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, wrapping, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(text, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key does not open under this master key", e);
        }
    }

    private record BucketPlace(long facility, short bucket) {}
}
