package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.inbox.Uploads.Upload;
import hmnet.record.vault.DataKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pieces of large files while they come (大きなファイルの分割受信): each is an object of the file store, on disk before it is
/// acknowledged. Those of an upload that was given up go by themselves.
@Component
class LargeUploads {
    private static final Duration WAITING = Duration.ofDays(1);

    private final JdbcClient db;
    private final StoredObjects objects;
    private final DataKeys keys;
    private final Set<UUID> beingJoined = ConcurrentHashMap.newKeySet();

    LargeUploads(JdbcClient db, StoredObjects objects, DataKeys keys) {
        this.keys = keys;
        this.db = db;
        this.objects = objects;
    }

    FreshObject put(FacilityId facility, byte[] piece) {
        try {
            return objects.put(facility, "", new ByteArrayInputStream(piece));
        } catch (IOException e) {
            throw new UncheckedIOException("A piece cannot be written to the file store", e);
        }
    }

    /// In the transaction that counts it.
    ///
    /// @throws InterveningErasure when its key was erased meanwhile: nothing of it was acknowledged
    void name(FreshObject piece, Upload upload, long at) {
        InterveningErasure.refuse(keys, piece.facility(), Stream.of(piece.moment()));
        objects.name(piece, upload.expiresAt().plusHours(1));
        db.sql("insert into upload_piece (upload, at, object) values (?, ?, ?)")
                .params(upload.id(), at, piece.id())
                .update();
    }

    void discard(FreshObject piece) {
        objects.discard(piece.id());
    }

    /// Objects of the pieces of a facility's upload, in their order.
    List<UUID> pieces(FacilityId facility, UUID upload) {
        return db.sql("""
                        select p.object from upload u join upload_piece p on p.upload = u.id
                         where u.id = ? and u.facility = ? and p.object is not null order by p.at""")
                .params(upload, facility.value())
                .query((row, n) -> row.getObject("object", UUID.class))
                .list();
    }

    /// What has come whole was acknowledged: its pieces stay until they are joined, though the store or the centre was
    /// away for longer than they were to be kept.
    void keepWhole() {
        objects.keep(
                db.sql("""
                                select p.object from upload u join upload_piece p on p.upload = u.id
                                 where u.received = u.length and u.inbox is null and p.object is not null""")
                        .query((row, n) -> row.getObject("object", UUID.class))
                        .list(),
                WAITING);
    }

    void drop(List<UUID> pieces) {
        objects.drop(pieces);
    }

    /// All pieces as one, each opened when it is its turn.
    @SuppressWarnings("JdkObsolete") // SequenceInputStream asks for an Enumeration
    InputStream joined(List<UUID> pieces) {
        var waiting = pieces.stream().map(this::opened).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return waiting.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return waiting.next();
            }
        });
    }

    private InputStream opened(UUID piece) {
        try {
            return objects.open(piece, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// False when this node is joining it already: it takes its time, and its sender may ask again meanwhile.
    boolean begin(UUID upload) {
        return beingJoined.add(upload);
    }

    void end(UUID upload) {
        beingJoined.remove(upload);
    }
}
