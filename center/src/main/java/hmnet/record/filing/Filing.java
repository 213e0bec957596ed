package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.record.examination.EarlyVerdicts;
import hmnet.record.filing.NumberHolders.ToldHuman;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.NotSeen;
import hmnet.record.filing.ReadResult.Parked;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.filing.ReadResult.Several;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.ReadResult.Unexamined;
import hmnet.record.filing.RecordRow.VisitsFiled;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import hmnet.record.terminology.CodeCounts;
import hmnet.record.terminology.CodeTables;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Filing (取込): from the inbox to rows of charts. Whatever order files come in, and however often one comes
/// or is cut off, the rows end the same.
@Component
class Filing {
    /// One may tell of thousands of patients.
    private static final int FILES_AT_ONCE = 8;

    /// Items of one file that are written together.
    private static final int AT_ONCE = 1_000;

    private final FilingQueue queue;
    private final InboxReader inboxReader;
    private final NumberHolders holders;
    private final IdentityFeedFiling identityFeedFiling;
    private final RecordRows rows;
    private final Outcomes outcomes;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final ApplicationEventPublisher events;
    private final Keys master;
    private final CodeTables tables;
    private final CodeCounts counts;

    Filing(
            FilingQueue queue,
            InboxReader inboxReader,
            NumberHolders holders,
            IdentityFeedFiling identityFeedFiling,
            RecordRows rows,
            Outcomes outcomes,
            DataKeys keys,
            Envelopes envelopes,
            RowSeals seals,
            ApplicationEventPublisher events,
            Keys master,
            CodeTables tables,
            CodeCounts counts) {
        this.queue = queue;
        this.inboxReader = inboxReader;
        this.holders = holders;
        this.identityFeedFiling = identityFeedFiling;
        this.rows = rows;
        this.outcomes = outcomes;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
        this.events = events;
        this.master = master;
        this.tables = tables;
        this.counts = counts;
    }

    /// Files what waits in a bucket, at most `limit` files, in one transaction. Returns how many left the
    /// queue or were set aside. Those of a facility whose keys are being erased wait until that is done.
    ///
    /// @param examined what strangers' files were found to be; one that is not among them waits for the next batch
    @Transactional
    public int file(short bucket, int limit, EarlyVerdicts examined) {
        if (!queue.take(bucket)) {
            return 0;
        }
        var next = bucket == FilingQueue.FILES ? ofOneFacility(queue, limit) : queue.next(bucket, limit);
        var held = keys.holdFree(next.stream().map(WaitingFile::facility).collect(Collectors.toSet()));
        var waiting =
                next.stream().filter(file -> held.contains(file.facility())).toList();
        if (waiting.isEmpty()) {
            return 0;
        }
        rows.allowFiling();
        var byFacility = new TreeMap<Long, List<WaitingFile>>();
        waiting.forEach(w -> byFacility
                .computeIfAbsent(w.facility().value(), f -> new ArrayList<>())
                .add(w));
        var left = 0;
        for (var files : byFacility.entrySet()) {
            left += file(new FacilityId(files.getKey()), files.getValue(), bucket, examined);
        }
        return waiting.size() - left;
    }

    /// The lane is filed a facility at a time: the buckets of its patients are taken before anything is
    /// written.
    static List<WaitingFile> ofOneFacility(FilingQueue queue, int limit) {
        var next = queue.next(FilingQueue.FILES, Math.min(limit, FILES_AT_ONCE));
        return next.stream()
                .filter(file -> file.facility().equals(next.getFirst().facility()))
                .toList();
    }

    /// Puts the first waiting file of a bucket before a human: the store refused it.
    @Transactional
    public void quarantineFirst(short bucket, String why) {
        if (queue.take(bucket)) {
            for (var file : queue.next(bucket, 1)) {
                outcomes.write(file.facility(), List.of(), List.of(new Refused(file, "internal", why)), 0);
                queue.done(List.of(file.id()));
            }
        }
    }

    /// @return how many are left to the next batch
    private int file(FacilityId facility, List<WaitingFile> files, short bucket, EarlyVerdicts examined) {
        var understood = new ArrayList<Understood>();
        var large = new ArrayList<Several>();
        var good = new ArrayList<ReadResult.Good>();
        var heard = new ArrayList<Heard>();
        var refused = new ArrayList<Refused>();
        var stay = new HashSet<Long>();
        var left = 0;
        for (var file : files) {
            switch (inboxReader.read(file, examined)) {
                case Understood read -> {
                    understood.add(read);
                    good.add(read);
                }
                case Several read -> {
                    if (read.items().size() > AT_ONCE) {
                        large.add(read);
                    } else {
                        understood.addAll(read.items());
                    }
                    good.add(read);
                }
                case Heard message -> {
                    heard.add(message);
                    understood.addAll(message.items());
                }
                case Refused bad -> refused.add(bad);
                case Parked(var later, var patience) -> {
                    stay.add(later.id());
                    queue.park(later, patience);
                }
                case Unexamined(var later) -> {
                    stay.add(later.id());
                    queue.parkUnexamined(later);
                }
                case NotSeen(var later) -> {
                    stay.add(later.id());
                    left++;
                }
            }
        }
        var masters = new HashSet<Short>();
        if (bucket == FilingQueue.FILES) {
            var numbers = new HashSet<String>();
            Stream.concat(understood.stream(), large.stream().flatMap(read -> read.items().stream()))
                    .map(read -> read.item().claim())
                    .forEach(claim -> {
                        numbers.add(claim.number());
                        if (claim.master()) {
                            masters.add(FilingQueue.bucket(facility, claim.number()));
                        }
                    });
            for (var one : heard) {
                numbers.add(one.message().number());
                masters.add(FilingQueue.bucket(facility, one.message().number()));
            }
            queue.takeAll(facility, List.copyOf(numbers));
        }
        holders.weighAnew(files);
        var unclear = identityFeedFiling.people(facility, heard);
        refused.addAll(unclear);
        var asked = unclear.stream().map(ReadResult::waiting).collect(Collectors.toSet());
        understood.removeIf(read -> asked.contains(read.waiting()));
        int resources = write(facility, understood, refused) + inPieces(facility, large, refused);
        var held = refused.stream().map(ReadResult::waiting).collect(Collectors.toSet());
        refused.addAll(identityFeedFiling.merges(
                facility,
                heard.stream().filter(one -> !held.contains(one.waiting())).toList()));
        var once = new LinkedHashMap<WaitingFile, Refused>();
        refused.forEach(one -> once.putIfAbsent(one.waiting(), one));
        var bad = once.keySet();
        good.addAll(heard);
        good.removeIf(read -> bad.contains(read.waiting()));
        outcomes.write(facility, good, List.copyOf(once.values()), resources);
        queue.done(files.stream()
                .map(WaitingFile::id)
                .filter(id -> !stay.contains(id))
                .toList());
        unpark(facility, bucket, !heard.isEmpty(), understood, masters);
        return left;
    }

    /// A file of thousands of patients is written piece by piece, in the same transaction: its rows are
    /// never together in memory.
    private int inPieces(FacilityId facility, List<Several> large, List<Refused> refused) {
        int resources = 0;
        for (var file : large) {
            for (int from = 0; from < file.items().size(); from += AT_ONCE) {
                var to = Math.min(from + AT_ONCE, file.items().size());
                resources += write(facility, List.copyOf(file.items().subList(from, to)), refused);
            }
        }
        return resources;
    }

    /// Demographics may have come that others waited for.
    private void unpark(
            FacilityId facility, short bucket, boolean heard, List<Understood> understood, Set<Short> masters) {
        if (bucket == FilingQueue.FILES) {
            masters.forEach(other -> queue.unpark(facility, other));
        } else if (heard
                || understood.stream().anyMatch(read -> read.item().claim().master())) {
            queue.unpark(facility, bucket);
            masters.add(bucket);
        }
        if (!masters.isEmpty()) {
            queue.unparkFiles(facility);
        }
    }

    /// @return how many resources were written
    private int write(FacilityId facility, List<Understood> understood, List<Refused> refused) {
        var plan = new VersionPlan(
                master.hash("record ids"),
                facility,
                new RowCutter(facility, keys, envelopes, seals),
                tables.of(facility));
        var told = understood.stream()
                .map(read -> new ToldHuman(read.waiting(), read.item().claim()))
                .toList();
        var about = holders.of(facility, told, refused);
        var bySource = new LinkedHashMap<MessageSource, List<Understood>>();
        for (var n = 0; n < understood.size(); n++) {
            var patient = about.get(n);
            if (patient != null) {
                var read = understood.get(n);
                var source = seals.of(patient.value()).source(read.item().source());
                bySource.computeIfAbsent(new MessageSource(patient.value(), source), s -> new ArrayList<>())
                        .add(read);
            }
        }
        var standing = rows.versions(bySource.keySet());
        bySource.forEach((source, reads) -> plan.add(source, reads, standing.getOrDefault(source, Map.of())));
        plan.failed().stream()
                .map(failed -> new Refused(failed.read().waiting(), "internal", failed.why()))
                .distinct()
                .forEach(refused::add);
        rows.insert(plan.rows());
        rows.move(plan.moves());
        rows.keepReleases(plan.rows());
        rows.foreignIds(plan.foreignIds());
        var changes = new ArrayList<>(plan.changes());
        var dropped = new DroppedDiagnoses(facility, rows, envelopes);
        plan.replaced().forEach(version -> dropped.of(version).ifPresent(changes::add));
        var visits = VisitsFiled.of(facility.value(), plan.rows());
        if (!visits.visits().isEmpty()) {
            events.publishEvent(visits);
        }
        if (!changes.isEmpty()) {
            events.publishEvent(new RecordsChanged(facility.value(), List.copyOf(changes)));
        }
        counts.add(facility, plan.codes());
        return plan.resources();
    }
}
