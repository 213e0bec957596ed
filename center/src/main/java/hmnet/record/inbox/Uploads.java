package hmnet.record.inbox;

import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Envelopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Files that come in pieces (分割送信): what was acknowledged of one is never sent again, whatever is cut meanwhile
/// (R020). The pieces are sealed; the whole goes to the inbox, and they go.
@Component
public class Uploads {
    /// How many a facility may have begun and not finished.
    public static final int MOST = 20;

    /// How many large ones among them: each holds its pieces in the file store.
    public static final int LARGE_MOST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int LOCK_SPACE = 7012;
    private static final Duration KEPT = Duration.ofHours(24);
    private final JdbcClient db;
    private final Inbox inbox;
    private final DataKeys keys;
    private final TransactionOperations transaction;
    private final InboxLoad inboxLoad;
    private final InboxSeal seal;
    private final UploadSeal pieces;
    private final SealedNumbers numbers;
    private final LargeUploads largeUploads;
    private final LargeFiles largeFiles;

    Uploads(
            JdbcClient db,
            Inbox inbox,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction,
            InboxLoad inboxLoad,
            InboxSeal seal,
            SealedNumbers numbers,
            LargeUploads largeUploads,
            LargeFiles largeFiles) {
        this.numbers = numbers;
        this.largeUploads = largeUploads;
        this.largeFiles = largeFiles;
        this.seal = seal;
        this.pieces = new UploadSeal(db, keys, envelopes);
        this.db = db;
        this.inbox = inbox;
        this.keys = keys;
        this.transaction = transaction;
        this.inboxLoad = inboxLoad;
    }

    /// One that was begun.
    ///
    /// @param received how many bytes stand on disk
    /// @param large it goes to the file store
    /// @param kept where the whole stands in the inbox; null while pieces are missing
    public record Upload(
            UUID id,
            String path,
            boolean storage,
            long length,
            long received,
            boolean large,
            OffsetDateTime expiresAt,
            @Nullable InboxReceipt kept) {
        public boolean whole() {
            return received == length;
        }
    }

    /// Begins a file, or finds the one of the same name and content that was begun and cut; what of it has come whole
    /// is in the inbox when this returns. Empty when the facility has begun too many.
    ///
    /// @param name as sent; kept without individual numbers
    /// @param sha256 of the whole, or null when the sender does not say
    /// @param said all that the sender says of it, word for word; left out where the name held an individual number
    public Optional<Upload> begin(
            FacilityId facility, Door door, String name, long length, byte @Nullable [] sha256, String said) {
        return begun(facility, door, name, new UploadAnnouncement(length, sha256, said, null));
    }

    /// The same for a file that goes to the file store, with whose it is.
    ///
    /// @throws IllegalArgumentException when an individual number stands where it would be kept
    public Optional<Upload> beginLarge(
            FacilityId facility,
            String name,
            long length,
            byte @Nullable [] sha256,
            String said,
            Descriptor descriptor) {
        if (largeFiles.namesIndividualNumber(facility, descriptor)) {
            throw new IllegalArgumentException("an individual number in the descriptor");
        }
        return begun(facility, Door.FILES, name, new UploadAnnouncement(length, sha256, said, descriptor));
    }

    private Optional<Upload> begun(FacilityId facility, Door door, String name, UploadAnnouncement announced) {
        inboxLoad.demandRoom();
        var nothing = new byte[0];
        var path = IndividualNumbers.maskedPath(
                door == Door.STORAGE ? new ReceivedFile(name, nothing) : ReceivedFile.named(name, nothing),
                digits -> MessageInbox.hasChart(db, numbers, facility, digits));
        var kept = IndividualNumbers.isMasked(path)
                ? new UploadAnnouncement(announced.length(), announced.sha256(), "", announced.descriptor())
                : announced;
        keys.ready(facility, List.of(""));
        var begun = Objects.requireNonNull(transaction.execute(status -> {
            db.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(LOCK_SPACE, Long.hashCode(facility.value()))
                    .query(row -> {});
            var known = same(facility, door, path, kept);
            return known.isPresent() || open(facility, kept.large()) >= (kept.large() ? LARGE_MOST : MOST)
                    ? known
                    : Optional.of(written(facility, door, path, kept));
        }));
        return begun.flatMap(upload -> finished(facility, upload));
    }

    private Optional<Upload> same(FacilityId facility, Door door, String path, UploadAnnouncement announced) {
        return db
                .sql("""
                        select * from upload
                         where facility = ? and storage = ? and path_key = ? and length = ? and sha256 = ?
                           and expires_at > now()
                         order by inbox is null, expires_at desc""")
                .params(facility.value(), door == Door.STORAGE, seal.uploadKey(facility, path), announced.length())
                .param(announced.sha256())
                .query((row, n) -> Map.entry(read(row, n), pieces.descriptor(facility, row)))
                .list()
                .stream()
                .filter(known -> known.getValue().equals(Optional.ofNullable(announced.descriptor())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private int open(FacilityId facility, boolean large) {
        return db.sql("""
                        select count(*) from upload
                         where facility = ? and inbox is null and expires_at > now() and (descriptor is not null) = ?""").params(facility.value(), large).query(Integer.class).single();
    }

    private Upload written(FacilityId facility, Door door, String path, UploadAnnouncement announced) {
        var id = UUID.randomUUID();
        var descriptor = announced.descriptor();
        return db.sql("""
                        insert into upload (id, facility, storage, sealed_path, path_key, length, sha256, said, descriptor, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?)) returning *""")
                .params(id, facility.value(), door == Door.STORAGE, seal.sealUpload(id, path))
                .params(seal.uploadKey(facility, path), announced.length())
                .param(announced.sha256())
                .param(pieces.sealed(facility, id, UploadSeal.SAID, announced.said()))
                .param(descriptor == null ? null : pieces.sealed(facility, id, UploadSeal.DESCRIBED, descriptor.json()))
                .param(KEPT.toSeconds())
                .query(this::read)
                .single();
    }

    /// One of a facility's own; of others nobody is told. What has come whole is in the inbox when this returns.
    public Optional<Upload> find(FacilityId facility, UUID id) {
        return db.sql("select * from upload where id = ? and facility = ? and expires_at > now()")
                .params(id, facility.value())
                .query(this::read)
                .optional()
                .flatMap(upload -> finished(facility, upload));
    }

    /// What the sender said of a file when it began it, word for word; empty for one that began before this was kept.
    public String said(FacilityId facility, UUID id) {
        return db.sql("select said from upload where id = ? and facility = ? and said is not null")
                .params(id, facility.value())
                .query((row, number) -> row.getBytes("said"))
                .optional()
                .map(body -> pieces.opened(facility, id, UploadSeal.SAID, body))
                .orElse("");
    }

    /// Adds a piece and returns how the upload stands. Empty when it does not begin where the last one ended: another
    /// sender was quicker.
    public Optional<Upload> add(FacilityId facility, Upload upload, long at, byte[] piece) {
        inboxLoad.demandRoom();
        var large = upload.large() ? largeUploads.put(facility, piece) : null;
        var added = Objects.requireNonNull(transaction.execute(status -> {
            keys.hold(facility);
            var now = db.sql("""
                            update upload set received = received + ?
                             where id = ? and facility = ? and received = ? and received + ? <= length and expires_at > now()
                            returning *""")
                    .params(piece.length, upload.id(), facility.value(), at, piece.length)
                    .query(this::read)
                    .optional();
            now.ifPresent(known -> {
                if (large == null) {
                    pieces.add(facility, known.id(), at, piece);
                } else {
                    largeUploads.name(large, known, at);
                }
            });
            return now;
        }));
        if (added.isEmpty() && large != null) {
            largeUploads.discard(large);
        }
        return added.flatMap(now -> finished(facility, now));
    }

    /// Forgets one that its sender gave up. What is in the inbox stays there.
    public boolean end(FacilityId facility, UUID id) {
        var objects = largeUploads.pieces(facility, id);
        var ended = db.sql("delete from upload where id = ? and facility = ?")
                        .params(id, facility.value())
                        .update()
                == 1;
        largeUploads.drop(objects);
        return ended;
    }

    /// Every minute: what came whole goes to the inbox even if its sender never asks again, what was given up goes.
    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        try {
            largeUploads.keepWhole();
            db.sql("select * from upload where received = length and inbox is null limit 100")
                    .query((row, number) -> new OwnedUpload(new FacilityId(row.getLong("facility")), read(row, number)))
                    .list()
                    .forEach(this::bring);
            db.sql("delete from upload where expires_at < now() and (received < length or inbox is not null)")
                    .update();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Uploads are swept later: {}", String.valueOf(e.getMessage()));
        }
    }

    /// One that does not open stays, and is told of each time; the others go on.
    private void bring(OwnedUpload whole) {
        try {
            finished(whole.facility(), whole.upload());
        } catch (IllegalStateException e) {
            LOG.error(
                    "The upload {} cannot be brought to the inbox",
                    whole.upload().id(),
                    e);
        }
    }

    private record OwnedUpload(FacilityId facility, Upload upload) {}

    /// Brings what has come whole to the inbox, also when two do so at once. Bytes that are not those announced begin
    /// again. Empty when its sender gave it up meanwhile.
    private Optional<Upload> finished(FacilityId facility, Upload upload) {
        if (!upload.whole() || upload.kept() != null) {
            return Optional.of(upload);
        }
        if (upload.large()) {
            return joined(facility, upload);
        }
        byte[] whole;
        try {
            whole = pieces.whole(facility, upload.id(), (int) upload.length());
        } catch (ErasedKey erased) {
            return now(upload.id(), "received = 0", List.of()); // its sender begins again
        }
        if (whole.length != upload.length()) {
            return stands(upload.id()).map(Uploads::notLost); // another brought it there meanwhile, or gave it up
        }
        if (!pieces.isAnnounced(upload.id(), whole)) {
            return now(upload.id(), "received = 0", List.of());
        }
        var receivedFile =
                upload.storage() ? new ReceivedFile(upload.path(), whole) : ReceivedFile.named(upload.path(), whole);
        var kept = inbox.keep(facility, List.of(receivedFile)).getFirst();
        return now(upload.id(), "inbox = ?, duplicate = ?", List.of(kept.id(), kept.duplicate()));
    }

    /// The same for a large file: its pieces become one object. As it stands while this node is at it.
    private Optional<Upload> joined(FacilityId facility, Upload upload) {
        if (!largeUploads.begin(upload.id())) {
            return Optional.of(upload);
        }
        try {
            var objects = largeUploads.pieces(facility, upload.id());
            var announced = announcedOf(facility, upload);
            if (objects.isEmpty() || announced.isEmpty()) {
                return stands(upload.id()).map(Uploads::notLost);
            }
            var descriptor = Objects.requireNonNull(announced.get().descriptor());
            var kept = largeFiles.keep(
                    facility,
                    upload.path(),
                    descriptor,
                    () -> largeUploads.joined(objects),
                    announced.get().sha256());
            var now = kept.isEmpty()
                    ? now(upload.id(), "received = 0", List.of())
                    : now(
                            upload.id(),
                            "inbox = ?, duplicate = ?",
                            List.of(kept.get().id(), kept.get().duplicate()));
            largeUploads.drop(objects);
            return now;
        } catch (ErasedKey erased) {
            return now(upload.id(), "received = 0", List.of()); // its sender begins again
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The upload " + upload.id() + " cannot be put together", e);
        } finally {
            largeUploads.end(upload.id());
        }
    }

    private Optional<UploadAnnouncement> announcedOf(FacilityId facility, Upload upload) {
        return db.sql("select * from upload where id = ? and received = length and inbox is null")
                .param(upload.id())
                .query((row, n) -> new UploadAnnouncement(
                        upload.length(),
                        row.getBytes("sha256"),
                        "",
                        pieces.descriptor(facility, row).orElse(null)))
                .optional()
                .filter(UploadAnnouncement::large);
    }

    /// How an upload stands after its pieces have gone: as this says, unless another has said so before.
    private Optional<Upload> now(UUID id, String change, List<?> values) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var changed = db.sql(
                            "update upload set " + change + " where id = ? and received = length and inbox is null")
                    .params(values)
                    .param(id)
                    .update();
            if (changed == 1) {
                db.sql("delete from upload_piece where upload = ?").param(id).update();
            }
            return stands(id);
        }));
    }

    private Optional<Upload> stands(UUID id) {
        return db.sql("select * from upload where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    private static Upload notLost(Upload upload) {
        if (upload.whole() && upload.kept() == null) {
            throw new IllegalStateException("Pieces of the upload " + upload.id() + " are missing");
        }
        return upload;
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        var at = row.getObject("inbox", Long.class);
        var path = seal.upload(row);
        return new Upload(
                row.getObject("id", UUID.class),
                path,
                row.getBoolean("storage"),
                row.getLong("length"),
                row.getLong("received"),
                row.getBytes("descriptor") != null,
                row.getObject("expires_at", OffsetDateTime.class),
                at == null ? null : new InboxReceipt(at, path, row.getBoolean("duplicate")));
    }
}
