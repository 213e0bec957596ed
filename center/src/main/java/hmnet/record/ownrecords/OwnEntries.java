package hmnet.record.ownrecords;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.FormAuthor;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.ownrecords.HandbookCharts.HandbookChart;
import hmnet.record.ownrecords.OwnContent.FiledFor;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Keeps what residents write of themselves (本人の記録の保存): into the inbox as the handbook's file, with its event, in one
/// transaction. Filed like any other file a moment later.
@Component
public class OwnEntries {
    /// Of one person in a day, what is put right counted too.
    public static final int A_DAY = 500;

    /// Days for which a repetition is known for one: longer than any device keeps what was written without a network.
    private static final int KNOWN_DAYS = 100;

    private static final Duration SETTLING = Duration.ofMillis(50);
    private static final int SETTLING_TRIES = 60;

    private final HandbookCharts handbook;
    private final Inbox inbox;
    private final Audit audit;
    private final JdbcClient db;
    private final KeyedHash hash;
    private final Clock clock;
    private final TransactionOperations transaction;

    OwnEntries(
            HandbookCharts handbook,
            Inbox inbox,
            Audit audit,
            JdbcClient db,
            Keys keys,
            Clock clock,
            TransactionOperations transaction) {
        this.handbook = handbook;
        this.inbox = inbox;
        this.audit = audit;
        this.db = db;
        this.hash = new KeyedHash(keys, "own entries");
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What came of it (保存の結果).
    public enum KeptEntry {
        KEPT,
        /// The same had come before; nothing was done.
        ALREADY,
        /// Something else had come under its number.
        DIFFERS,
        /// Too many in a day.
        TOO_MANY,
        /// No handbook is registered.
        NOWHERE
    }

    /// Keeps one.
    public KeptEntry keep(ResidentCaller resident, OwnContent entry) {
        return keep(resident, List.of(entry));
    }

    /// Keeps all of them or none.
    public KeptEntry keep(ResidentCaller resident, Collection<? extends OwnContent> entries) {
        return write(handbook.facility().map(Facility::id), () -> made(resident), writing -> {
            var fresh =
                    entries.stream().filter(entry -> isFresh(resident, entry)).toList();
            if (!entries.stream().allMatch(entry -> isKnown(resident, entry))) {
                return KeptEntry.DIFFERS;
            }
            if (fresh.isEmpty()) {
                return KeptEntry.ALREADY;
            }
            if (count(resident) > A_DAY) {
                return KeptEntry.TOO_MANY;
            }
            fresh.forEach(entry -> filed(resident, writing, entry, "final"));
            audit.write(resident.did(Action.OWN_ENTRY_KEPT, "kept").with("entries", Integer.toString(fresh.size())));
            return KeptEntry.KEPT;
        });
    }

    /// Puts another in the place of an entry that stands in a chart, whoever wrote that.
    public KeptEntry amend(ResidentCaller resident, StandingEntry standing, OwnEntry entry) {
        return amend(resident, standing.facility(), standing.patient(), entry);
    }

    /// The same for whatever stands in a chart of the handbook.
    public KeptEntry amend(ResidentCaller resident, FacilityId facility, PatientId patient, OwnContent entry) {
        return write(Optional.of(facility), () -> holding(resident, facility, patient), writing -> {
            note(resident, UUID.randomUUID(), entry);
            if (count(resident) > A_DAY) {
                return KeptEntry.TOO_MANY;
            }
            filed(resident, writing, entry, "amended");
            audit.write(resident.did(Action.OWN_ENTRY_KEPT, "amended"));
            return KeptEntry.KEPT;
        });
    }

    /// Takes an entry back. That it stood there stays in the record's history.
    public KeptEntry withdraw(ResidentCaller resident, StandingEntry standing) {
        return withdraw(resident, standing.facility(), standing.patient(), standing.entry());
    }

    /// The same for whatever stands in a chart of the handbook.
    public KeptEntry withdraw(ResidentCaller resident, FacilityId facility, PatientId patient, OwnContent content) {
        return write(Optional.of(facility), () -> holding(resident, facility, patient), writing -> {
            filed(resident, writing, content, "entered-in-error");
            if (content.mayReturn()) {
                forget(resident, content);
            }
            audit.write(resident.did(Action.OWN_ENTRY_KEPT, "withdrawn"));
            return KeptEntry.KEPT;
        });
    }

    private Optional<HandbookChart> made(ResidentCaller resident) {
        return handbook.made(new PersonId(resident.person()), resident.actor());
    }

    private Optional<HandbookChart> holding(ResidentCaller resident, FacilityId facility, PatientId patient) {
        return handbook.holding(new PersonId(resident.person()), facility, patient);
    }

    private KeptEntry write(
            Optional<FacilityId> facility,
            Supplier<Optional<HandbookChart>> place,
            Function<HandbookWriting, KeptEntry> act) {
        facility.ifPresent(inbox::ready);
        var receipts = new ArrayList<InboxReceipt>();
        var kept = Objects.requireNonNull(transaction.execute(status -> {
            var outcome = place.get()
                    .map(chart -> act.apply(new HandbookWriting(chart, receipts)))
                    .orElse(KeptEntry.NOWHERE);
            if (outcome != KeptEntry.KEPT) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
        if (kept == KeptEntry.KEPT) {
            facility.ifPresent(written -> settle(written, receipts));
        }
        return kept;
    }

    /// Whose chart is written, and what was kept of it so far.
    private record HandbookWriting(HandbookChart chart, List<InboxReceipt> receipts) {}

    /// Until they are filed, so that who goes back to their page finds them there; a moment at most.
    private void settle(FacilityId facility, List<InboxReceipt> receipts) {
        var last = receipts.getLast().id();
        for (var tries = 0; tries < SETTLING_TRIES; tries++) {
            if (inbox.state(facility, last)
                    .filter(now -> now.state() == FileState.WAITING)
                    .isEmpty()) {
                return;
            }
            try {
                Thread.sleep(SETTLING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Two that come at once wait for one another here.
    private boolean isFresh(ResidentCaller resident, OwnContent entry) {
        return note(resident, entry.id(), entry);
    }

    /// False where that number is known.
    private boolean note(ResidentCaller resident, UUID number, OwnContent entry) {
        return db.sql("""
                        insert into own_entry (id, about, said) values (?, ?, ?) on conflict (id) do nothing""")
                        .params(number, about(resident), hash.of(entry.said()))
                        .update()
                == 1;
    }

    private boolean isKnown(ResidentCaller resident, OwnContent entry) {
        return db.sql("select exists (select from own_entry where id = ? and about = ? and said = ?)")
                .params(entry.id(), about(resident), hash.of(entry.said()))
                .query(Boolean.class)
                .single();
    }

    private long count(ResidentCaller resident) {
        return db.sql("select count(*) from own_entry where about = ? and kept_at > now() - interval '1 day'")
                .param(about(resident))
                .query(Long.class)
                .single();
    }

    private void forget(ResidentCaller resident, OwnContent content) {
        db.sql("delete from own_entry where id = ? and about = ?")
                .params(content.id(), about(resident))
                .update();
    }

    private long about(ResidentCaller resident) {
        return hash.of("person " + resident.person());
    }

    private void filed(ResidentCaller resident, HandbookWriting writing, OwnContent entry, String status) {
        var chart = writing.chart();
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var whom = new FiledFor(FormAuthor.system(chart.facility().code()), chart.number(), author(resident));
        var bundle = entry.bundle(whom, status, now);
        requireReadable(bundle);
        writing.receipts()
                .add(inbox.keepWithin(
                        chart.facility().id(), ReceivedFile.named("own-" + entry.id() + ".json", bundle)));
    }

    /// As the inbox will read it: nothing that a resident is told is kept ends in quarantine.
    private static void requireReadable(byte[] bundle) {
        try {
            if (FhirFile.read(bundle).sheets().size() != 1) {
                throw new IllegalStateException("An entry of a resident is of nobody");
            }
        } catch (Unreadable e) {
            throw new IllegalStateException("An entry of a resident cannot be filed: " + e.getMessage(), e);
        }
    }

    /// As it stands beside each value.
    private static String author(ResidentCaller resident) {
        return resident.representation() == null ? "本人が記録" : "代理人が記録";
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Tokyo")
    void forget() {
        db.sql("delete from own_entry where kept_at < now() - make_interval(days => ?)")
                .param(KNOWN_DAYS)
                .update();
    }
}
