package hmnet.record.vault;

import hmnet.ground.keys.KeyAgreement;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings the data keys of a database in line with the ring at each start (データ鍵の引継ぎ): those that the root alone
/// opened get a key of the ring, those without leaves seal nothing more, those that a restored backup believes alive
/// are marked as erased, and an erasure that was cut off is finished.
@Component
class DataKeyTakeover {
    private static final Logger LOG = LoggerFactory.getLogger(DataKeyTakeover.class);
    private static final int AT_ONCE = 1_000;

    /// @param agreement keys, ring and database belong together
    DataKeyTakeover(JdbcClient db, TransactionOperations transaction, Keys keys, KeyRing ring, KeyAgreement agreement) {
        var taken = 0;
        for (var more = AT_ONCE; more == AT_ONCE; taken += more) {
            more = wrapped(db, ring);
        }
        if (taken > 0) {
            LOG.info("{} data keys stand under the ring now", taken);
        }
        markErased(db, ring);
        retire(db, ring);
        var erasure = new Erasure(db, transaction, keys, ring);
        if (erasure.unfinished() > 0) {
            LOG.warn("An erasure had been cut off and is finished now: {} keys destroyed", erasure.finish());
        }
    }

    private static int wrapped(JdbcClient db, KeyRing ring) {
        var old = db.sql(
                        "select id, wrapped from data_key where ring is null and erased_at is null order by id limit ?")
                .param(AT_ONCE)
                .query((row, number) -> new OldKey(row.getInt("id"), row.getBytes("wrapped")))
                .list();
        if (old.isEmpty()) {
            return 0;
        }
        var under = ring.makeWithoutLeaves(old.size());
        for (var n = 0; n < old.size(); n++) {
            db.sql("update data_key set ring = ?, wrapped = ? where id = ? and ring is null")
                    .params(
                            under.get(n),
                            ring.wrap(under.get(n), old.get(n).wrapped()),
                            old.get(n).id())
                    .update();
        }
        return old.size();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    private record OldKey(int id, byte[] wrapped) {}

    private static void markErased(JdbcClient db, KeyRing ring) {
        var gone = keys(db, "erased_at is null", ring::destroyed);
        if (gone.length > 0) {
            db.sql("update data_key set erased_at = now() where ring = any(?::uuid[])")
                    .param(gone)
                    .update();
            LOG.warn("{} data keys of this database were erased before: it was restored from a backup", gone.length);
        }
    }

    /// What comes next is sealed under keys whose charts can be erased one by one.
    private static void retire(JdbcClient db, KeyRing ring) {
        var whole = keys(
                db,
                "erased_at is null and retired_at is null",
                key -> ring.knows(key) && ring.tree(key).isEmpty());
        if (whole.length > 0) {
            db.sql("update data_key set retired_at = now() where ring = any(?::uuid[])")
                    .param(whole)
                    .update();
            LOG.info("{} data keys of whole buckets open what they sealed, and seal nothing more", whole.length);
        }
    }

    private static String[] keys(JdbcClient db, String state, Predicate<UUID> wanted) {
        return db
                .sql("select ring from data_key where ring is not null and " + state)
                .query((row, number) -> row.getObject("ring", UUID.class))
                .list()
                .stream()
                .filter(wanted)
                .map(UUID::toString)
                .toArray(String[]::new);
    }
}
