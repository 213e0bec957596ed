package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.patients.NumberIssuers;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.inbox.KeptMessage.Conflict;
import hmnet.record.inbox.KeptMessage.Duplicate;
import hmnet.record.inbox.KeptMessage.New;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.SealedSubject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The inbox's door for HL7 v2 messages that are no storage files (電文の受信): kept byte for byte, but for individual
/// numbers, and committed before `keep` returns.
@Component
public class MessageInbox {
    static final short HL7 = 3;
    static final short HL7_MASKED = 4;
    static final short CARE = 7;
    static final short CARE_MASKED = 8;
    private final JdbcClient db;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final TransactionOperations transaction;
    private final InboxLoad inboxLoad;
    private final InboxSeal seal;
    private final SealedNumbers numbers;
    private final NumberIssuers issuers;
    private final Map<FacilityId, GroupCommit<InboxMessage, KeptMessage>> commits = new ConcurrentHashMap<>();

    MessageInbox(
            JdbcClient db,
            DataKeys keys,
            Envelopes envelopes,
            TransactionOperations transaction,
            InboxLoad inboxLoad,
            InboxSeal seal,
            SealedNumbers numbers,
            NumberIssuers issuers) {
        this.issuers = issuers;
        this.numbers = numbers;
        this.seal = seal;
        this.db = db;
        this.keys = keys;
        this.envelopes = envelopes;
        this.transaction = transaction;
        this.inboxLoad = inboxLoad;
    }

    /// Keeps one message of an identity feed. Whose it is the caller has made sure of; how large it may be the caller
    /// has checked before reading it. What nobody can read is kept too and ends in quarantine.
    public KeptMessage keep(FacilityId facility, byte[] message) {
        return inboxLoad.keeping(() -> kept(facility, message, HL7, HL7_MASKED));
    }

    /// Keeps one message that tells of care, alike. It waits where files of any format do.
    public KeptMessage keepCare(FacilityId facility, byte[] message) {
        return inboxLoad.keeping(() -> {
            keys.readyForAll(facility);
            return kept(facility, message, CARE, CARE_MASKED);
        });
    }

    private KeptMessage kept(FacilityId facility, byte[] message, short plain, short blotted) {
        var masked = IndividualNumbers.masked(message, digits -> hasChart(db, numbers, facility, digits));
        var body = masked.orElse(message);
        var format = masked.isPresent() ? blotted : plain;
        var key = MessageKey.of(body, format, issuers.own(facility));
        keys.ready(facility, List.of(key.chart()));
        var kept = new InboxMessage(key, format, body);
        return body.length <= GroupCommit.SMALL
                ? commits.computeIfAbsent(facility, this::commits).with(kept)
                : committed(facility, List.of(kept)).getFirst();
    }

    private GroupCommit<InboxMessage, KeptMessage> commits(FacilityId facility) {
        return new GroupCommit<>(messages -> committed(facility, messages));
    }

    private List<KeptMessage> committed(FacilityId facility, List<InboxMessage> messages) {
        return Objects.requireNonNull(transaction.execute(status -> {
            keys.hold(facility);
            return messages.stream()
                    .map(message -> keep(facility, message.key(), message.format(), message.body()))
                    .toList();
        }));
    }

    /// A message as it is kept.
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    private record InboxMessage(MessageKey key, short format, byte[] body) {}

    private KeptMessage keep(FacilityId facility, MessageKey key, short format, byte[] body) {
        var fresh = insert(facility, key, format, body);
        if (fresh.isPresent()) {
            db.sql("insert into inbox_waiting (id, facility, bucket) values (?, ?, ?)")
                    .params(fresh.get(), facility.value(), bucket(facility, key, format))
                    .update();
            ReceivedCount.add(db, facility, 1);
            return new New(fresh.get());
        }
        var first = find(facility, key);
        return first.body() == null || Arrays.equals(first.body(), body)
                ? new Duplicate(first.id())
                : conflict(facility, key.conflicting(body), format, body);
    }

    /// Whether what has this format waits where files of any format do, and is read as they are.
    static boolean inLane(short format) {
        return format == CARE || format == ReceivedFile.Door.FILES.format(false);
    }

    private static short bucket(FacilityId facility, MessageKey key, short format) {
        return format == CARE || format == CARE_MASKED
                ? FilingQueue.FILES
                : FilingQueue.bucket(facility, chartNumber(key));
    }

    private Conflict conflict(FacilityId facility, MessageKey key, short format, byte[] body) {
        var fresh = insert(facility, key, format, body);
        if (fresh.isEmpty()) {
            return new Conflict(find(facility, key).id());
        }
        db.sql("insert into inbox_outcome (id, facility, state, reason, sealed_detail) values (?, ?, 3, ?, ?)")
                .params(fresh.get(), facility.value(), "message-conflict")
                .param(seal.sealDetail(fresh.get(), "MSH-10, MSH-7"))
                .update();
        ReceivedCount.add(db, facility, 1);
        db.sql("""
                        insert into inbox_count as known (facility, quarantined) values (?, 1)
                            on conflict (facility) do update set quarantined = known.quarantined + 1""").params(facility.value()).update();
        return new Conflict(fresh.get());
    }

    private Optional<Long> insert(FacilityId facility, MessageKey key, short format, byte[] body) {
        var place = EnvelopeContext.ofInbox(facility.value(), key.hash());
        var dataKey = keys.of(facility, SealedSubject.original(key.chart(), key.hash()));
        return db.sql("""
                        insert into inbox (facility, key, sealed_path, format, size, body) values (?, ?, ?, ?, ?, ?)
                            on conflict (facility, key) do nothing returning id""")
                .params(
                        facility.value(),
                        key.hash(),
                        seal.sealPath(facility, key.hash(), key.path()),
                        format,
                        body.length)
                .param(envelopes.with(envelope -> envelope.seal(body, Dictionaries.BODY, dataKey, place)))
                .query(Long.class)
                .optional();
    }

    /// @param body null where it is erased: what has its key is taken for the same, so that nothing erased comes back
    private record First(long id, byte @Nullable [] body) {}

    private First find(FacilityId facility, MessageKey key) {
        var place = EnvelopeContext.ofInbox(facility.value(), key.hash());
        return db.sql("select id, body from inbox where facility = ? and key = ?")
                .params(facility.value(), key.hash())
                .query((row, number) -> {
                    var sealed = row.getBytes("body");
                    return new First(row.getLong("id"), open(sealed, place));
                })
                .single();
    }

    private byte @Nullable [] open(byte[] sealed, byte[] place) {
        try {
            return envelopes.with(envelope -> envelope.open(sealed, place));
        } catch (ErasedKey erased) {
            return null;
        }
    }

    /// A chart number that the facility uses already is no individual number, whatever its check digit.
    static boolean hasChart(JdbcClient db, SealedNumbers numbers, FacilityId facility, String digits) {
        return db.sql("select exists (select from patient where facility = ? and domain = '' and number = ?)")
                .params(facility.value(), numbers.of(facility, digits))
                .query(Boolean.class)
                .single();
    }

    /// In whose order it is filed.
    private static String chartNumber(MessageKey key) {
        return new ReceivedFile(key.path(), new byte[0]).chartNumber();
    }
}
