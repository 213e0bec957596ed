package hmnet.records;

import hmnet.directory.FacilityId;
import hmnet.keys.Keys;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The data keys (データ鍵), one per facility and bucket of chart numbers, wrapped under the master key.
/// Deleting a row of `data_key` erases everything sealed under it, in rows, inbox and backups alike.
@Component
class DataKeys {
    static final int BUCKETS = 256;
    private static final int NONCE = 12;
    private final JdbcClient db;
    private final TransactionTemplate ownTransaction;
    private final SecretKeySpec wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Map<Place, DataKey> byPlace = new ConcurrentHashMap<>();
    private final Map<Integer, DataKey> byId = new ConcurrentHashMap<>();

    DataKeys(JdbcClient db, Keys keys, PlatformTransactionManager transactions) {
        this.db = db;
        this.wrapping = new SecretKeySpec(keys.derive("wrapping of data keys"), "AES");
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// The key for a chart number of a facility, made at first use.
    DataKey of(FacilityId facility, String number) {
        return byPlace.computeIfAbsent(new Place(facility.value(), bucket(number)), this::fetchOrMake);
    }

    /// The key that an envelope names.
    DataKey byId(int id) {
        return byId.computeIfAbsent(id, this::fetch);
    }

    static short bucket(String number) {
        return (short) Math.floorMod(number.hashCode(), BUCKETS);
    }

    private DataKey fetchOrMake(Place place) {
        ownTransaction.executeWithoutResult(status -> db.sql(
                        "insert into data_key (facility, bucket, wrapped) values (?, ?, ?) on conflict do nothing")
                .params(place.facility(), place.bucket(), wrap(freshKey()))
                .update());
        return db.sql("select id, wrapped from data_key where facility = ? and bucket = ?")
                .params(place.facility(), place.bucket())
                .query((row, number) -> new DataKey(row.getInt("id"), unwrap(row.getBytes("wrapped"))))
                .single();
    }

    private DataKey fetch(int id) {
        return db.sql("select id, wrapped from data_key where id = ?")
                .param(id)
                .query((row, number) -> new DataKey(row.getInt("id"), unwrap(row.getBytes("wrapped"))))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Data key " + id + " is erased"));
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

    private record Place(long facility, short bucket) {}
}
