package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.record.examination.EarlyVerdicts;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.NotSeen;
import hmnet.record.filing.ReadResult.Parked;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.filing.ReadResult.Several;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.ReadResult.Unexamined;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.Recut.ItemVersion;
import hmnet.record.filing.StoredCuts.StoredCut;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.FilingQueue.KeptOriginal;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingRequest;
import hmnet.record.inbox.RefilingRequests.RowTally;
import hmnet.record.numberreviews.HeldClaim;
import hmnet.record.numberreviews.NumberReviews;
import hmnet.record.terminology.CodeTables;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads originals again and puts the rows in order that they make today (再取込の一組). Whose they are was decided when they
/// were filed, by rule or by a human, and stays.
@Component
class Refiler {
    private static final int ITEMS_AT_ONCE = 200;

    private final InboxReader reader;
    private final FilingQueue queue;
    private final Patients patients;
    private final NumberReviews reviews;
    private final StoredCuts stored;
    private final RecutRows recutRows;
    private final RecordRows rows;
    private final RefilingRequests requests;
    private final CodeTables tables;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final Keys master;

    Refiler(
            InboxReader reader,
            FilingQueue queue,
            Patients patients,
            NumberReviews reviews,
            StoredCuts stored,
            RecutRows recutRows,
            RecordRows rows,
            RefilingRequests requests,
            CodeTables tables,
            DataKeys keys,
            Envelopes envelopes,
            RowSeals seals,
            Keys master) {
        this.reader = reader;
        this.queue = queue;
        this.patients = patients;
        this.reviews = reviews;
        this.stored = stored;
        this.recutRows = recutRows;
        this.rows = rows;
        this.requests = requests;
        this.tables = tables;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
        this.master = master;
    }

    /// Originals of one facility, inside the caller's transaction, which holds the facility's keys. Whether a human
    /// said something of one meanwhile is asked again under the buckets of its charts: who takes a word back
    /// has them too.
    ///
    /// @param examined what strangers' files among them were found to be
    RowTally file(RefilingRequest request, List<KeptOriginal> originals, EarlyVerdicts examined) {
        var facility = originals.getFirst().file().facility();
        var reads = new LinkedHashMap<WaitingFile, List<Understood>>();
        originals.stream().filter(original -> !original.waits()).forEach(original -> {
            var items = items(request, original, examined);
            if (!items.isEmpty()) {
                reads.put(original.file(), items);
            }
        });
        queue.takeAll(facility, numbers(reads.values().stream().flatMap(List::stream)));
        rows.allowFiling();
        var open = queue.open(reads.keySet().stream().map(WaitingFile::id).toList());
        var tally = new RowTally(0, 0, 0, 0);
        for (var read : reads.entrySet()) {
            if (open.contains(read.getKey().id())) {
                requests.leave(request, read.getKey().id(), "held", "meanwhile");
            } else {
                tally = sum(tally, again(request, read.getKey(), read.getValue()));
            }
        }
        return tally;
    }

    /// Nothing of an original that is left by name, and of one that tells of no care.
    private List<Understood> items(RefilingRequest request, KeptOriginal original, EarlyVerdicts examined) {
        var file = original.file();
        if (file.masked()) {
            return left(request, file, "masked", "my-number");
        }
        if (original.held()) {
            return left(request, file, "held", "");
        }
        if (!opens(file)) {
            return left(request, file, "erased", "");
        }
        return switch (reader.read(file, examined)) {
            case Understood read -> List.of(read);
            case Several read -> read.items();
            case Heard read -> read.items();
            case Refused bad -> left(request, file, "refused", bad.reason());
            case Parked parked -> left(request, file, "refused", "pid3");
            case Unexamined later -> left(request, file, "refused", "not-scanned");
            case NotSeen later -> left(request, file, "refused", "not-seen");
        };
    }

    private List<Understood> left(RefilingRequest request, WaitingFile file, String why, String detail) {
        requests.leave(request, file.id(), why, detail);
        return List.of();
    }

    private boolean opens(WaitingFile file) {
        try {
            var place = EnvelopeContext.ofInbox(file.facility().value(), file.key());
            return envelopes.with(envelope -> envelope.open(file.body(), place)).length > 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static List<String> numbers(Stream<Understood> items) {
        return items.map(read -> read.item().claim().number()).distinct().toList();
    }

    private RowTally again(RefilingRequest request, WaitingFile file, List<Understood> items) {
        var facility = file.facility();
        var only = request.scope().kind();
        var recut = new Recut(facility, master.hash("record ids"), tables.of(facility), keys, envelopes, seals, only);
        var cut = stored.of(file.id());
        if (cut.stream().anyMatch(this::isErased)) {
            return left(request, file, "erased");
        }
        var standing = whose(cut);
        var everybody = new HashSet<Long>();
        for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            var some = items.subList(from, Math.min(from + ITEMS_AT_ONCE, items.size()));
            var holders = holders(facility, numbers(some.stream()));
            holders.values().forEach(everybody::addAll);
            var known = known(some, holders);
            for (var read : some) {
                var number = read.item().claim().number();
                var patient = patient(facility, read, holders.getOrDefault(number, List.of()), standing, known);
                if (patient == null || !sealable(facility, number)) {
                    return left(request, file, patient == null ? "unclear" : "erased");
                }
                recut.compare(patient, read, known.getOrDefault(version(patient, read), List.of()));
            }
        }
        if (cut.stream().anyMatch(row -> !everybody.contains(row.source().patient()))) {
            return left(request, file, "unclear");
        }
        recut.dropOrphans(file.id(), cut);
        if (!request.scope().plan()) {
            recutRows.write(facility, recut);
        }
        return recut.tally();
    }

    /// An original may stand under a key of before that is spared when the chart it tells of is erased.
    private boolean isErased(StoredCut row) {
        return row.extract().length > 0 && envelopes.with(envelope -> envelope.isErased(row.extract()));
    }

    private RowTally left(RefilingRequest request, WaitingFile file, String why) {
        requests.leave(request, file.id(), why, "");
        return new RowTally(0, 0, 0, 0);
    }

    /// Under whom each item of an original stands, whatever number is read today: under several where patients of one
    /// file share what their items are called.
    private Map<ReadVersion, Set<Long>> whose(List<StoredCut> cut) {
        var whose = new HashMap<ReadVersion, Set<Long>>();
        for (var row : cut) {
            var patient = row.source().patient();
            var source = seals.of(patient).sourceOf(row.source().key());
            whose.computeIfAbsent(new ReadVersion(source, row.version()), item -> new LinkedHashSet<>())
                    .add(patient);
        }
        return whose;
    }

    /// A version of an item, whosever it is.
    private record ReadVersion(String source, String version) {}

    /// Rows of these items under anybody who has or had their numbers.
    private Map<ItemVersion, List<StoredCut>> known(List<Understood> items, Map<String, List<Long>> holders) {
        var wanted = items.stream()
                .flatMap(read -> holders.getOrDefault(read.item().claim().number(), List.of()).stream()
                        .map(patient -> version(patient, read)))
                .collect(Collectors.toSet());
        return stored.of(wanted).stream()
                .collect(Collectors.groupingBy(row -> new ItemVersion(row.source(), row.version())));
    }

    private ItemVersion version(long patient, Understood read) {
        var item = read.item();
        return new ItemVersion(new MessageSource(patient, seals.of(patient).source(item.source())), item.version());
    }

    private boolean sealable(FacilityId facility, String number) {
        try {
            keys.of(facility, number);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private Map<String, List<Long>> holders(FacilityId facility, List<String> numbers) {
        var holders = new LinkedHashMap<String, List<Long>>();
        numbers.forEach(number -> holders.put(
                number,
                patients.holders(facility, number).stream()
                        .map(holder -> holder.patient().value())
                        .toList()));
        return holders;
    }

    /// Under whom the item stands, if the number read today is theirs. One that stands nowhere is filed as if it came
    /// now: where nobody but one human ever had the number, no question waits that could be about it, and it fits.
    /// Else null.
    private @Nullable Long patient(
            FacilityId facility,
            Understood read,
            List<Long> holders,
            Map<ReadVersion, Set<Long>> standing,
            Map<ItemVersion, List<StoredCut>> known) {
        var item = read.item();
        var own = standing.getOrDefault(new ReadVersion(item.source(), item.version()), Set.of());
        var theirs = holders.stream()
                .filter(patient -> own.isEmpty() ? known.containsKey(version(patient, read)) : own.contains(patient))
                .toList();
        if (own.isEmpty() && theirs.isEmpty()) {
            var asked =
                    reviews.asked(facility, List.of(new HeldClaim(read.waiting().id(), item.claim())));
            return patients.soleHolder(facility, item.claim(), asked)
                    .map(PatientId::value)
                    .orElse(null);
        }
        return theirs.size() == 1 ? theirs.getFirst() : null;
    }

    private static RowTally sum(RowTally one, RowTally other) {
        return new RowTally(
                one.same() + other.same(),
                one.changed() + other.changed(),
                one.added() + other.added(),
                one.gone() + other.gone());
    }
}
