package hmnet.record.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filestore.FileStoreSettings;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.SealedSubject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Files too large for the database (大きなファイル): their bytes lie in the file store, sealed under the key of the files of
/// their chart; the inbox holds the descriptor in their place. They are filed after they were examined.
@Component
public class LargeFiles {
    /// As `inbox.format` numbers it.
    static final short FORMAT = 9;

    /// Hexadecimal digits.
    private static final int FINGERPRINT = 32;

    private final JdbcClient db;
    private final StoredObjects objects;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final TransactionOperations transaction;
    private final InboxSeal seal;
    private final FileStoreSettings settings;
    private final SealedNumbers numbers;

    LargeFiles(
            JdbcClient db,
            StoredObjects objects,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction,
            InboxSeal seal,
            FileStoreSettings settings,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.settings = settings;
        this.db = db;
        this.objects = objects;
        this.keys = keys;
        this.envelopes = envelopes;
        this.transaction = transaction;
        this.seal = seal;
    }

    /// Bytes that can be read again from their beginning.
    @FunctionalInterface
    public interface ByteSource {
        InputStream open() throws IOException;
    }

    /// Whether a descriptor names somebody by an individual number, which is never kept: in its words, or in place of a
    /// chart number.
    boolean namesIndividualNumber(FacilityId facility, Descriptor descriptor) {
        var person = descriptor.person();
        return Stream.of(
                                descriptor.title(),
                                descriptor.author(),
                                descriptor.department(),
                                person.familyName() + person.givenName(),
                                person.familyKana() + person.givenKana(),
                                person.address())
                        .anyMatch(text -> !IndividualNumbers.in(text).isEmpty())
                || IndividualNumbers.in(descriptor.patient()).stream()
                        .anyMatch(digits -> !MessageInbox.hasChart(db, numbers, facility, digits));
    }

    /// How large one may be.
    long most() {
        return settings.maxBytes();
    }

    /// Unpacks a parcel and keeps the file in it. Empty when its descriptor names an individual number: it is kept as
    /// any other, which masks it.
    Optional<InboxReceipt> keep(FacilityId facility, LargeParcel large) {
        var path = IndividualNumbers.maskedPath(
                large.parcel(), digits -> MessageInbox.hasChart(db, numbers, facility, digits));
        if (namesIndividualNumber(facility, large.descriptor())) {
            return Optional.empty();
        }
        try {
            return keep(facility, path, large.descriptor(), large::open, null);
        } catch (IOException e) {
            throw new UncheckedIOException("A parcel cannot be written to the file store", e);
        }
    }

    /// Keeps a file, its object first. When this returns both are on disk. Empty when the bytes are not those
    /// announced.
    ///
    /// @param path its name, without individual numbers
    /// @param announced SHA-256 of the bytes, or null
    public Optional<InboxReceipt> keep(
            FacilityId facility, String path, Descriptor descriptor, ByteSource bytes, byte @Nullable [] announced)
            throws IOException {
        for (var tries = 1; ; tries++) {
            FreshObject fresh;
            try (var in = bytes.open()) {
                fresh = objects.put(facility, descriptor.patient(), in);
            }
            if (announced != null && !MessageDigest.isEqual(announced, fresh.digest())) {
                objects.discard(fresh.id());
                return Optional.empty();
            }
            try { // what a commit of unknown outcome may have named is never discarded here: the sweep asks the rows
                var kept =
                        Objects.requireNonNull(transaction.execute(status -> named(facility, path, descriptor, fresh)));
                if (kept.duplicate()) {
                    objects.discard(fresh.id());
                }
                return Optional.of(kept);
            } catch (InterveningErasure again) {
                objects.discard(fresh.id());
                if (tries == InterveningErasure.TRIES) {
                    throw again;
                }
            }
        }
    }

    private InboxReceipt named(FacilityId facility, String path, Descriptor descriptor, FreshObject fresh) {
        InterveningErasure.refuse(keys, facility, Stream.of(fresh.moment()));
        var key = key(path, descriptor, fresh.digest());
        var text = (HexFormat.of().formatHex(fresh.digest()) + "\n" + descriptor.json()).getBytes(UTF_8);
        var place = EnvelopeContext.ofInbox(facility.value(), key);
        var dataKey = keys.of(facility, SealedSubject.original(descriptor.patient(), key));
        var body = envelopes.with(envelope -> envelope.seal(text, Dictionaries.BODY, dataKey, place));
        var id = db.sql("""
                        insert into inbox (facility, key, sealed_path, format, size, body) values (?, ?, ?, ?, ?, ?)
                            on conflict (facility, key) do nothing returning id""")
                .params(facility.value(), key, seal.sealPath(facility, key, path), FORMAT, text.length, body)
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            var known = db.sql("select id from inbox where facility = ? and key = ?")
                    .params(facility.value(), key)
                    .query(Long.class)
                    .single();
            return new InboxReceipt(known, path, true);
        }
        objects.name(fresh, null);
        db.sql("insert into large_file (inbox, facility, object) values (?, ?, ?)")
                .params(id.get(), facility.value(), fresh.id())
                .update();
        db.sql("""
                        insert into inbox_waiting (id, facility, bucket, parked_until, unexamined)
                        values (?, ?, ?, 'infinity', true)""").params(id.get(), facility.value(), FilingQueue.FILES).update();
        ReceivedCount.add(db, facility, 1);
        return new InboxReceipt(id.get(), path, false);
    }

    /// SHA-256 over name, descriptor and digest of the bytes.
    private static byte[] key(String path, Descriptor descriptor, byte[] digest) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(digest);
            sha.update(path.getBytes(UTF_8));
            sha.update((byte) 0);
            sha.update(descriptor.json().getBytes(UTF_8));
            sha.update((byte) (FORMAT - 1));
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// A file as its rows have it.
    ///
    /// @param fingerprint of the bytes as they came
    /// @param length of the bytes as they came
    /// @param shown what is handed out; null while it was not examined, and for what is kept back
    /// @param verdict what the examination said, in its own words; null until then
    public record LargeFile(
            long inbox,
            FacilityId facility,
            String path,
            Descriptor descriptor,
            String fingerprint,
            UUID object,
            long length,
            @Nullable UUID shown,
            @Nullable String verdict) {}

    /// One of them. Whoever asks has decided who may know.
    ///
    /// @throws hmnet.ground.keys.ErasedKey when it was erased
    public Optional<LargeFile> find(long inbox) {
        return db.sql("""
                        select l.inbox, l.object, l.shown, l.verdict, s.length, i.body, %s
                          from large_file l
                          join inbox i on i.id = l.inbox
                          join stored_object s on s.id = l.object
                         where l.inbox = ?""".formatted(InboxSeal.PATH))
                .param(inbox)
                .query((row, n) -> {
                    var facility = new FacilityId(row.getLong("facility"));
                    var place = EnvelopeContext.ofInbox(facility.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    var verdict = row.getBytes("verdict");
                    var reference = new String(envelopes.with(envelope -> envelope.open(body, place)), UTF_8);
                    return new LargeFile(
                            inbox,
                            facility,
                            seal.path(row),
                            descriptor(reference),
                            reference.substring(0, FINGERPRINT),
                            row.getObject("object", UUID.class),
                            row.getLong("length"),
                            row.getObject("shown", UUID.class),
                            verdict == null
                                    ? null
                                    : new String(
                                            envelopes.with(envelope -> envelope.open(verdict, judged(place))), UTF_8));
                })
                .optional();
    }

    private static byte[] judged(byte[] place) {
        var word = "verdict".getBytes(UTF_8);
        return ByteBuffer.allocate(place.length + word.length)
                .put(place)
                .put(word)
                .array();
    }

    /// Behind the digest of the bytes, in a line of its own.
    private static Descriptor descriptor(String reference) {
        try {
            return Descriptor.read(
                    reference.substring(reference.indexOf('\n') + 1).getBytes(UTF_8));
        } catch (Unreadable e) {
            throw new IllegalStateException("A descriptor that was read before", e);
        }
    }

    /// The next file that waits to be examined, taken for this long: who falls over it leaves it to another.
    public Optional<Long> takeUnexamined(Duration meanwhile) {
        return db.sql("""
                        update large_file set look_at = now() + make_interval(secs => ?)
                         where inbox = (select inbox from large_file where verdict is null and look_at <= now()
                                         order by look_at limit 1 for update skip locked)
                        returning inbox""").param(meanwhile.toSeconds()).query(Long.class).optional();
    }

    /// It is examined again in a while, each time later.
    public void lookAgain(long inbox) {
        transaction.executeWithoutResult(status -> db.sql(
                        "select tries from large_file where inbox = ? and verdict is null for update")
                .param(inbox)
                .query(Integer.class)
                .optional()
                .ifPresent(tries -> db.sql("""
                                update large_file set look_at = now() + make_interval(secs => ?), tries = ?
                                 where inbox = ?""")
                        .params(FilingQueue.later(tries).toSeconds(), Math.min(tries + 1, FilingQueue.TRIES), inbox)
                        .update()));
    }

    /// One that was erased before it was examined: filing says so.
    public void giveUp(long inbox) {
        transaction.executeWithoutResult(status -> {
            db.sql("update large_file set look_at = 'infinity' where inbox = ?")
                    .param(inbox)
                    .update();
            db.sql("update inbox_waiting set parked_until = null, unexamined = false where id = ?")
                    .param(inbox)
                    .update();
        });
    }

    /// Writes down what the examination said, and lets the file be filed.
    ///
    /// @param cleaned what is handed out in its place; null when that is the file as it came
    /// @param handedOut whether anything is
    /// @return false when another has judged it meanwhile, or its key was erased: nothing was written
    public boolean judge(LargeFile file, String verdict, boolean handedOut, @Nullable FreshObject cleaned) {
        keys.ready(file.facility(), List.of(file.descriptor().patient()));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            keys.hold(file.facility());
            if (cleaned != null && !keys.stands(cleaned.moment())) {
                return false;
            }
            var key = db.sql("""
                            select i.key from large_file l join inbox i on i.id = l.inbox
                             where l.inbox = ? and l.verdict is null for update of l""")
                    .param(file.inbox())
                    .query((row, n) -> row.getBytes("key"))
                    .optional();
            if (key.isEmpty()) {
                return false;
            }
            if (cleaned != null) {
                objects.name(cleaned, null);
            }
            var place = judged(EnvelopeContext.ofInbox(file.facility().value(), key.get()));
            var dataKey = keys.of(
                    file.facility(), SealedSubject.original(file.descriptor().patient(), key.get()));
            var sealed = envelopes.with(
                    envelope -> envelope.seal(verdict.getBytes(UTF_8), Dictionaries.BODY, dataKey, place));
            db.sql("update large_file set verdict = ?, shown = ? where inbox = ?")
                    .param(sealed)
                    .param(handedOut ? cleaned == null ? file.object() : cleaned.id() : null)
                    .param(file.inbox())
                    .update();
            db.sql("update inbox_waiting set parked_until = null, unexamined = false where id = ?")
                    .param(file.inbox())
                    .update();
            return true;
        }));
    }

    /// The bytes as they came, from a place on.
    public InputStream open(LargeFile file, long from) throws IOException {
        return objects.open(file.object(), from);
    }

    /// What is handed out of it, from a place on.
    public InputStream openShown(LargeFile file, long from) throws IOException {
        return objects.open(Objects.requireNonNull(file.shown()), from);
    }
}
