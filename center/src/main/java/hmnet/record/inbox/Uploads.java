package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int LOCK_SPACE = 7012;
    /// The place of what was said, before the first piece.
    private static final int SAID = -1;
    private static final Duration KEPT = Duration.ofHours(24);
    private final JdbcClient db;
    private final Inbox inbox;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final TransactionOperations transaction;
    private final InboxLoad inboxLoad;
    private final InboxSeal seal;
    private final SealedNumbers numbers;

    Uploads(
            JdbcClient db,
            Inbox inbox,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction,
            InboxLoad inboxLoad,
            InboxSeal seal,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.seal = seal;
        this.db = db;
        this.inbox = inbox;
        this.keys = keys;
        this.envelopes = envelopes;
        this.transaction = transaction;
        this.inboxLoad = inboxLoad;
    }

    /// One that was begun.
    ///
    /// @param received how many bytes stand on disk
    /// @param kept where the whole stands in the inbox; null while pieces are missing
    public record Upload(
            UUID id,
            String path,
            boolean storage,
            int length,
            int received,
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
            FacilityId facility, Door door, String name, int length, byte @Nullable [] sha256, String said) {
        inboxLoad.demandRoom();
        var nothing = new byte[0];
        var path = IndividualNumbers.maskedPath(
                door == Door.STORAGE ? new ReceivedFile(name, nothing) : ReceivedFile.named(name, nothing),
                digits -> MessageInbox.hasChart(db, numbers, facility, digits));
        var kept = IndividualNumbers.isMasked(path) ? "" : said;
        keys.ready(facility, List.of(""));
        var begun = Objects.requireNonNull(transaction.execute(status -> {
            db.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(LOCK_SPACE, Long.hashCode(facility.value()))
                    .query(row -> {});
            var known = same(facility, door, path, length, sha256);
            return known.isPresent() || open(facility) >= MOST
                    ? known
                    : Optional.of(begun(facility, door, path, length, sha256, kept));
        }));
        return begun.flatMap(upload -> finished(facility, upload));
    }

    private Optional<Upload> same(FacilityId facility, Door door, String path, int length, byte @Nullable [] sha256) {
        return db.sql("""
                        select * from upload
                         where facility = ? and storage = ? and path_key = ? and length = ? and sha256 = ?
                           and expires_at > now()
                         order by inbox is null, expires_at desc limit 1""")
                .params(facility.value(), door == Door.STORAGE, seal.uploadKey(facility, path), length)
                .param(sha256)
                .query(this::read)
                .optional();
    }

    private int open(FacilityId facility) {
        return db.sql("select count(*) from upload where facility = ? and inbox is null and expires_at > now()")
                .param(facility.value())
                .query(Integer.class)
                .single();
    }

    private Upload begun(
            FacilityId facility, Door door, String path, int length, byte @Nullable [] sha256, String said) {
        var id = UUID.randomUUID();
        var key = keys.of(facility, "");
        var place = EnvelopeContext.ofUpload(facility.value(), id, SAID);
        var sealed = envelopes.with(envelope -> envelope.seal(said.getBytes(UTF_8), Dictionaries.BODY, key, place));
        return db.sql("""
                        insert into upload (id, facility, storage, sealed_path, path_key, length, sha256, said, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?)) returning *""")
                .params(id, facility.value(), door == Door.STORAGE, seal.sealUpload(id, path))
                .params(seal.uploadKey(facility, path), length)
                .param(sha256)
                .param(sealed)
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
        var place = EnvelopeContext.ofUpload(facility.value(), id, SAID);
        return db.sql("select said from upload where id = ? and facility = ? and said is not null")
                .params(id, facility.value())
                .query((row, number) -> row.getBytes("said"))
                .optional()
                .map(body -> new String(envelopes.with(envelope -> envelope.open(body, place)), UTF_8))
                .orElse("");
    }

    /// Adds a piece and returns how the upload stands. Empty when it does not begin where the last one ended: another
    /// sender was quicker.
    public Optional<Upload> add(FacilityId facility, Upload upload, int at, byte[] piece) {
        inboxLoad.demandRoom();
        var place = EnvelopeContext.ofUpload(facility.value(), upload.id(), at);
        var added = Objects.requireNonNull(transaction.execute(status -> {
            keys.hold(facility);
            var key = keys.of(facility, "");
            var sealed = envelopes.with(envelope -> envelope.seal(piece, Dictionaries.BODY, key, place));
            var now = db.sql("""
                            update upload set received = received + ?
                             where id = ? and facility = ? and received = ? and received + ? <= length and expires_at > now()
                            returning *""")
                    .params(piece.length, upload.id(), facility.value(), at, piece.length)
                    .query(this::read)
                    .optional();
            now.ifPresent(known -> db.sql("insert into upload_piece (upload, at, piece) values (?, ?, ?)")
                    .params(known.id(), at, sealed)
                    .update());
            return now;
        }));
        return added.flatMap(now -> finished(facility, now));
    }

    /// Forgets one that its sender gave up. What is in the inbox stays there.
    public boolean end(FacilityId facility, UUID id) {
        return db.sql("delete from upload where id = ? and facility = ?")
                        .params(id, facility.value())
                        .update()
                == 1;
    }

    /// Every minute: what came whole goes to the inbox even if its sender never asks again, what was given up goes.
    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        try {
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
        byte[] whole;
        try {
            whole = whole(facility, upload);
        } catch (ErasedKey erased) {
            return now(upload.id(), "received = 0", List.of()); // its sender begins again
        }
        if (whole.length != upload.length()) {
            return stands(upload.id()).map(Uploads::notLost); // another brought it there meanwhile, or gave it up
        }
        if (!announced(upload.id(), whole)) {
            return now(upload.id(), "received = 0", List.of());
        }
        var receivedFile =
                upload.storage() ? new ReceivedFile(upload.path(), whole) : ReceivedFile.named(upload.path(), whole);
        var kept = inbox.keep(facility, List.of(receivedFile)).getFirst();
        return now(upload.id(), "inbox = ?, duplicate = ?", List.of(kept.id(), kept.duplicate()));
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

    private byte[] whole(FacilityId facility, Upload upload) {
        var bytes = new ByteArrayOutputStream(upload.length());
        db.sql("select at, piece from upload_piece where upload = ? order by at")
                .param(upload.id())
                .query(row -> {
                    var place = EnvelopeContext.ofUpload(facility.value(), upload.id(), row.getInt("at"));
                    var piece = row.getBytes("piece");
                    bytes.writeBytes(envelopes.with(envelope -> envelope.open(piece, place)));
                });
        return bytes.toByteArray();
    }

    private boolean announced(UUID id, byte[] whole) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole);
            return db.sql("select sha256 is null or sha256 = ? from upload where id = ?")
                    .params(digest, id)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private Upload read(ResultSet row, int number) throws SQLException {
        var at = row.getObject("inbox", Long.class);
        var path = seal.upload(row);
        return new Upload(
                row.getObject("id", UUID.class),
                path,
                row.getBoolean("storage"),
                row.getInt("length"),
                row.getInt("received"),
                row.getObject("expires_at", OffsetDateTime.class),
                at == null ? null : new InboxReceipt(at, path, row.getBoolean("duplicate")));
    }
}
