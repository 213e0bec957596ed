package hmnet.record.filing;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.Patients;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.Parked;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.filing.ReadResult.Several;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.StoredCuts.StoredCut;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.FilingQueue.KeptOriginal;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingRequest;
import hmnet.record.inbox.RefilingRequests.RowTally;
import hmnet.record.terminology.CodeTables;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /// Originals of one facility, inside the caller's transaction.
    RowTally file(RefilingRequest request, List<KeptOriginal> originals) {
        var facility = originals.getFirst().file().facility();
        var reads = new LinkedHashMap<WaitingFile, List<Understood>>();
        originals.stream().filter(original -> !original.waits()).forEach(original -> {
            var items = items(request, original);
            if (!items.isEmpty()) {
                reads.put(original.file(), items);
            }
        });
        queue.takeAll(facility, numbers(reads.values().stream().flatMap(List::stream)));
        rows.allowFiling();
        var tally = new RowTally(0, 0, 0, 0);
        for (var read : reads.entrySet()) {
            tally = sum(tally, again(request, read.getKey(), read.getValue()));
        }
        return tally;
    }

    /// Nothing of an original that is left by name, and of one that tells of no care.
    private List<Understood> items(RefilingRequest request, KeptOriginal original) {
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
        return switch (reader.read(file)) {
            case Understood read -> List.of(read);
            case Several read -> read.items();
            case Heard read -> read.items();
            case Refused bad -> left(request, file, "refused", bad.reason());
            case Parked parked -> left(request, file, "refused", "pid3");
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
        var recut = new Recut(facility, master.hash("record ids"), tables.of(facility), envelopes, seals, only);
        var everybody = new LinkedHashSet<Long>();
        for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            var some = items.subList(from, Math.min(from + ITEMS_AT_ONCE, items.size()));
            var holders = holders(facility, numbers(some.stream()));
            holders.values().forEach(everybody::addAll);
            var sources =
                    some.stream().map(read -> read.item().source()).distinct().toList();
            var known =
                    stored.of(holders.values().stream().flatMap(List::stream).toList(), file.id(), sources);
            for (var read : some) {
                var number = read.item().claim().number();
                var patient = patient(file, read, holders.getOrDefault(number, List.of()), known);
                if (patient == null || !sealable(facility, number)) {
                    requests.leave(request, file.id(), patient == null ? "unclear" : "erased", "");
                    return new RowTally(0, 0, 0, 0);
                }
                recut.compare(patient, read, known);
            }
        }
        recut.dropOrphans(file.id(), stored.of(everybody, file.id(), List.of()));
        if (!request.scope().plan()) {
            recutRows.write(facility, recut);
        }
        return recut.tally();
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

    /// Under whom the item stands, else under whom anything of the original does, else who alone ever had the number.
    private @Nullable Long patient(WaitingFile file, Understood read, List<Long> holders, List<StoredCut> known) {
        var item = read.item();
        var ways = new ArrayList<List<StoredCut>>();
        ways.add(known.stream()
                .filter(row -> row.source()
                                .key()
                                .equals(seals.of(row.source().patient()).source(item.source()))
                        && row.version().equals(item.version()))
                .toList());
        ways.add(known.stream().filter(row -> row.inbox() == file.id()).toList());
        for (var way : ways) {
            for (var row : way) {
                if (holders.contains(row.source().patient())) {
                    return row.source().patient();
                }
            }
        }
        return holders.size() == 1 ? holders.getFirst() : null;
    }

    private static RowTally sum(RowTally one, RowTally other) {
        return new RowTally(
                one.same() + other.same(),
                one.changed() + other.changed(),
                one.added() + other.added(),
                one.gone() + other.gone());
    }
}
