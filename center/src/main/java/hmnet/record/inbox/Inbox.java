package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.DataKeys.SealingMoment;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.SealedSubject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// The inbox (受信箱): keeps what arrives, byte for byte, under a unique key. What `keep` returned is on disk.
/// A large parcel goes to the file store. The one thing never kept is an individual number (`IndividualNumbers`).
@Component
public class Inbox {
    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final TransactionOperations transaction;
    private final InboxLoad inboxLoad;
    private final InboxSeal seal;
    private final SealedNumbers numbers;
    private final LargeFiles largeFiles;
    private final Map<FacilityId, GroupCommit<SealedFile, InboxReceipt>> singles = new ConcurrentHashMap<>();

    public Inbox(
            JdbcClient db,
            JdbcTemplate statements,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction,
            InboxLoad inboxLoad,
            InboxSeal seal,
            SealedNumbers numbers,
            LargeFiles largeFiles) {
        this.numbers = numbers;
        this.largeFiles = largeFiles;
        this.db = db;
        this.statements = statements;
        this.keys = keys;
        this.envelopes = envelopes;
        this.transaction = transaction;
        this.inboxLoad = inboxLoad;
        this.seal = seal;
    }

    /// Keeps files in one transaction and says for each whether it was new, in the order given. When this
    /// returns, all of them are committed. Byte for byte but for individual numbers, which are masked first.
    /// Single small files of a facility that come at one moment share a commit.
    public List<InboxReceipt> keep(FacilityId facility, List<ReceivedFile> arrivals) {
        return inboxLoad.keeping(() -> kept(facility, arrivals));
    }

    /// Makes ready what `keepWithin` needs; outside of its transaction.
    public void ready(FacilityId facility) {
        keys.readyForAll(facility);
    }

    /// One small file inside the caller's transaction, so that it is kept with what tells of it or not at all.
    @Transactional(propagation = Propagation.MANDATORY)
    public InboxReceipt keepWithin(FacilityId facility, ReceivedFile receivedFile) {
        var moment = keys.moment();
        return keepAll(facility, List.of(sealed(facility, receivedFile, moment)))
                .getFirst();
    }

    private List<InboxReceipt> kept(FacilityId facility, List<ReceivedFile> arrivals) {
        var parcels = arrivals.stream()
                .map(file -> LargeParcel.of(file, largeFiles.most()))
                .toList();
        if (parcels.stream().noneMatch(Optional::isPresent)) {
            return keptHere(facility, arrivals);
        }
        var receipts = new ArrayList<InboxReceipt>();
        for (var n = 0; n < arrivals.size(); n++) {
            var here = List.of(arrivals.get(n));
            receipts.add(parcels.get(n)
                    .flatMap(parcel -> largeFiles.keep(facility, parcel))
                    .orElseGet(() -> keptHere(facility, here).getFirst()));
        }
        return receipts;
    }

    private List<InboxReceipt> keptHere(FacilityId facility, List<ReceivedFile> arrivals) {
        if (arrivals.stream().anyMatch(receivedFile -> receivedFile.door() == ReceivedFile.Door.FILES)) {
            keys.readyForAll(facility);
        }
        for (var tries = 1; ; tries++) {
            try {
                return keptOnce(facility, arrivals);
            } catch (InterveningErasure again) {
                if (tries == InterveningErasure.TRIES) {
                    throw again;
                }
            }
        }
    }

    private List<InboxReceipt> keptOnce(FacilityId facility, List<ReceivedFile> arrivals) {
        keys.ready(
                facility,
                arrivals.stream().map(ReceivedFile::chartNumber).distinct().toList());
        var moment = keys.moment();
        var sealed = arrivals.stream()
                .map(receivedFile -> sealed(facility, receivedFile, moment))
                .toList();
        return sealed.size() == 1 && sealed.getFirst().size() <= GroupCommit.SMALL
                ? List.of(singles.computeIfAbsent(facility, this::commits).with(sealed.getFirst()))
                : committed(facility, sealed);
    }

    private GroupCommit<SealedFile, InboxReceipt> commits(FacilityId facility) {
        return new GroupCommit<>(files -> committed(facility, files));
    }

    private List<InboxReceipt> committed(FacilityId facility, List<SealedFile> files) {
        return Objects.requireNonNull(transaction.execute(status -> keepAll(facility, files)));
    }

    private List<InboxReceipt> keepAll(FacilityId facility, List<SealedFile> files) {
        InterveningErasure.refuse(keys, facility, files.stream().map(SealedFile::moment));
        var byKey = new LinkedHashMap<FileKey, SealedFile>();
        files.forEach(file -> byKey.putIfAbsent(file.key(), file));
        var fresh = insert(facility, List.copyOf(byKey.values()));
        var known = fresh.size() == byKey.size() ? fresh : find(facility, byKey.keySet());
        enqueue(facility, fresh, byKey);
        ReceivedCount.add(db, facility, fresh.size());
        var seen = new HashSet<FileKey>();
        return files.stream()
                .map(file -> new InboxReceipt(
                        Objects.requireNonNull(known.get(file.key())),
                        file.path(),
                        !(fresh.containsKey(file.key()) && seen.add(file.key()))))
                .toList();
    }

    private SealedFile sealed(FacilityId facility, ReceivedFile receivedFile, SealingMoment moment) {
        var masked =
                IndividualNumbers.masked(receivedFile, digits -> MessageInbox.hasChart(db, numbers, facility, digits));
        var kept = masked.map(IndividualNumbers.MaskedFile::file).orElse(receivedFile);
        var isHeld = masked.filter(IndividualNumbers.MaskedFile::isHeld).isPresent();
        var key = key(kept, kept.door().format(isHeld));
        var place = EnvelopeContext.ofInbox(facility.value(), key.hash());
        var dataKey = keys.of(facility, SealedSubject.original(kept.chartNumber(), key.hash()));
        var body = envelopes.with(envelope -> envelope.seal(kept.body(), Dictionaries.BODY, dataKey, place));
        return new SealedFile(
                key, receivedFile.path(), kept.path(), kept.body().length, body, kept.bucket(facility), moment);
    }

    /// A file as it goes to disk.
    ///
    /// @param path as sent
    /// @param keptPath as kept, without individual numbers
    /// @param size of the bytes as kept, before sealing
    /// @param moment after which no key may have been erased
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    private record SealedFile(
            FileKey key, String path, String keptPath, int size, byte[] body, short bucket, SealingMoment moment) {}

    /// Where one of a facility's own files stands.
    public Optional<InboxState> state(FacilityId facility, long id) {
        return db.sql("""
                        select i.id, %s, i.received_at, w.id is not null as waiting, o.state, o.reason, %s, o.repairs
                          from inbox i
                          left join inbox_waiting w on w.id = i.id
                          left join inbox_outcome o on o.id = i.id
                         where i.id = ? and i.facility = ?""".formatted(InboxSeal.PATH, InboxSeal.DETAIL))
                .params(id, facility.value())
                .query((row, number) -> InboxRows.state(row, seal))
                .optional();
    }

    /// The counts of one facility.
    public InboxCounts counts(FacilityId facility) {
        return db.sql("""
                        select r.kept, c.*, r.kept - c.accepted - c.repaired - c.quarantined as waiting
                          from inbox_received r
                         cross join lateral (select coalesce(max(f.accepted), 0) as accepted,
                                                    coalesce(max(f.repaired), 0) as repaired,
                                                    coalesce(max(f.quarantined), 0) as quarantined,
                                                    coalesce(max(f.resources), 0) as resources
                                               from inbox_count f where f.facility = r.facility) c
                         where r.facility = ?""")
                .param(facility.value())
                .query((row, number) -> new InboxCounts(
                        row.getLong("kept"),
                        row.getLong("waiting"),
                        row.getLong("accepted"),
                        row.getLong("repaired"),
                        row.getLong("quarantined"),
                        row.getLong("resources")))
                .optional()
                .orElse(new InboxCounts(0, 0, 0, 0, 0, 0));
    }

    private Map<FileKey, Long> insert(FacilityId facility, List<SealedFile> files) {
        return rows(
                """
                insert into inbox (facility, key, sealed_path, format, size, body)
                select ?, k, p, f, s, b
                  from unnest(?::bytea[], ?::bytea[], ?::smallint[], ?::int[], ?::bytea[]) as a(k, p, f, s, b)
                    on conflict (facility, key) do nothing
                returning id, key, format""",
                facility.value(),
                files.stream().map(file -> file.key().hash()).toArray(byte[][]::new),
                files.stream()
                        .map(file -> seal.sealPath(facility, file.key().hash(), file.keptPath()))
                        .toArray(byte[][]::new),
                files.stream().map(file -> file.key().format()).toArray(Short[]::new),
                files.stream().map(SealedFile::size).toArray(Integer[]::new),
                files.stream().map(SealedFile::body).toArray(byte[][]::new));
    }

    private Map<FileKey, Long> find(FacilityId facility, Set<FileKey> wanted) {
        var hashes = wanted.stream().map(FileKey::hash).toArray(byte[][]::new);
        return rows(
                "select id, key, format from inbox where facility = ? and key = any(?::bytea[])",
                facility.value(),
                hashes);
    }

    private void enqueue(FacilityId facility, Map<FileKey, Long> fresh, Map<FileKey, SealedFile> files) {
        statements.update(
                """
                insert into inbox_waiting (id, facility, bucket)
                select i, ?, b from unnest(?::bigint[], ?::smallint[]) as a(i, b)""",
                facility.value(),
                fresh.values().toArray(Long[]::new),
                fresh.keySet().stream()
                        .map(key -> Objects.requireNonNull(files.get(key)).bucket())
                        .toArray(Short[]::new));
    }

    private Map<FileKey, Long> rows(String sql, Object... parameters) {
        var ids = new LinkedHashMap<FileKey, Long>();
        statements.query(
                sql,
                row -> {
                    ids.put(new FileKey(row.getBytes("key"), row.getShort("format")), row.getLong("id"));
                },
                parameters);
        return ids;
    }

    /// A masked file never has the key of one that came with the same asterisks.
    private static FileKey key(ReceivedFile receivedFile, short format) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var body = sha.digest(receivedFile.body());
            sha.update(receivedFile.path().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) (format - 1));
            return new FileKey(sha.digest(body), format);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// SHA-256 over path and digest of the bytes as kept.
    private record FileKey(byte[] hash, short format) {
        @Override
        public boolean equals(Object other) {
            return other instanceof FileKey key && MessageDigest.isEqual(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }
    }
}
