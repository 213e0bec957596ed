package hmnet.record.filestore;

import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.ChunkSeal;
import hmnet.record.vault.DamagedObject;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.DataKeys.SealingMoment;
import hmnet.record.vault.SealedSubject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Objects of the file store with their rows (保管したファイル). An object is written first and named in a row after, in the
/// transaction of whoever refers to it; a row goes first, its object after. So no row ever names what was never there.
@Component
public class StoredObjects {
    private static final Logger LOG = LoggerFactory.getLogger(StoredObjects.class);

    private final JdbcClient db;
    private final FileStore store;
    private final DataKeys keys;
    private final ChunkSeal seal;

    StoredObjects(JdbcClient db, FileStore store, DataKeys keys, ChunkSeal seal) {
        this.db = db;
        this.store = store;
        this.keys = keys;
        this.seal = seal;
    }

    /// An object that lies in the store and has no row yet.
    ///
    /// @param length of its plain bytes
    /// @param digest SHA-256 of its plain bytes
    /// @param moment before which it was sealed
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    public record FreshObject(
            UUID id, FacilityId facility, long length, byte[] digest, byte[] sealedDigest, SealingMoment moment) {}

    /// Seals bytes under the key of a chart's files and writes them. `name` it or `discard` it.
    ///
    /// @param number the chart number that it is about, or empty
    public FreshObject put(FacilityId facility, String number, InputStream plain) throws IOException {
        keys.ready(facility, List.of(number));
        var moment = keys.moment();
        var id = UUID.randomUUID();
        var counted = new CountedStream(plain);
        var digested = new DigestInputStream(counted, sha256());
        var key = keys.of(facility, SealedSubject.original(number, id));
        var sealed = new DigestInputStream(seal.sealing(facility, id, key, digested), sha256());
        store.put(id, sealed);
        return new FreshObject(
                id,
                facility,
                counted.count,
                digested.getMessageDigest().digest(),
                sealed.getMessageDigest().digest(),
                moment);
    }

    /// Names a fresh object, inside the transaction of whoever refers to it; the caller has asked `DataKeys.hold`.
    ///
    /// @param until when it goes by itself, or null
    public void name(FreshObject fresh, @Nullable OffsetDateTime until) {
        db.sql("""
                        insert into stored_object (id, facility, length, sealed_sha256, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .params(fresh.id(), fresh.facility().value(), fresh.length())
                .param(fresh.sealedDigest())
                .param(until)
                .update();
    }

    /// Deletes what was written and is not wanted. What cannot be deleted now is an orphan, which the sweep finds.
    public void discard(UUID id) {
        try {
            store.delete(id);
        } catch (IOException later) {
            LOG.warn("An object of the file store is deleted later: {}", later.getMessage());
        }
    }

    /// Objects that would go by themselves stay for so long from now on.
    public void keep(List<UUID> ids, Duration longer) {
        db.sql("""
                        update stored_object set expires_at = now() + make_interval(secs => ?)
                         where id = any(?) and expires_at is not null""").param(longer.toSeconds()).param(ids.toArray(UUID[]::new)).update();
    }

    /// Takes away the name of an object, inside the transaction of whoever referred to it; `discard` it after the
    /// commit. Where that fails it is an orphan, which the sweep finds.
    public void unname(UUID id) {
        db.sql("delete from stored_object where id = ?").param(id).update();
    }

    /// Deletes objects that nobody refers to any more; outside a transaction.
    public void drop(List<UUID> ids) {
        for (var id : ids) {
            unname(id);
            discard(id);
        }
    }

    /// The plain bytes of an object from a place on. Skipping is cheap.
    ///
    /// @throws DamagedObject when it is missing or is not what was sealed
    /// @throws hmnet.ground.keys.ErasedKey when it was erased
    public InputStream open(UUID id, long from) throws IOException {
        var row = db.sql("select facility, length from stored_object where id = ?")
                .param(id)
                .query((found, n) ->
                        new NamedObject(new FacilityId(found.getLong("facility")), found.getLong("length")))
                .optional()
                .orElseThrow(() -> new DamagedObject(id, "no row names it"));
        try {
            return seal.opened(row.facility(), id, row.length(), at -> store.open(id, at), from);
        } catch (NoSuchFileException missing) {
            throw new DamagedObject(id, "it is missing in the " + store.place());
        }
    }

    private record NamedObject(FacilityId facility, long length) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var given = in.read(into, from, length);
            count += Math.max(0, given);
            return given;
        }
    }
}
