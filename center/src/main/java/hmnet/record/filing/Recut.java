package hmnet.record.filing;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.RecordRows.ForeignId;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.StoredCuts.StoredCut;
import hmnet.record.filing.VersionPlan.Cut;
import hmnet.record.inbox.RefilingRequests.RowTally;
import hmnet.record.vault.DataKey;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// What cutting the items of one original anew changes of the rows that stand (再取込の差分). It writes nothing.
final class Recut {
    private final FacilityId facility;
    private final Mac mac;
    private final Equivalents tables;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final @Nullable RecordKind only;
    private final Set<ToldVersion> told = new HashSet<>();
    private final Map<ItemVersion, Integer> flags = new HashMap<>();
    private final List<StoredCut> out = new ArrayList<>();
    private final List<FreshCut> in = new ArrayList<>();
    private final List<ForeignId> foreignIds = new ArrayList<>();
    private long same;
    private long changed;
    private long added;
    private long gone;

    /// @param only items of which something of this kind stands or is cut; null for all
    Recut(
            FacilityId facility,
            Mac mac,
            Equivalents tables,
            DataKeys keys,
            Envelopes envelopes,
            RowSeals seals,
            @Nullable RecordKind only) {
        this.facility = facility;
        this.mac = mac;
        this.tables = tables;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
        this.only = only;
    }

    /// A version of one source item.
    record ItemVersion(MessageSource source, String version) {}

    private record ToldVersion(ItemVersion version, boolean traced) {}

    /// A row to write.
    ///
    /// @param part what it is cut from; null for the trace of a version that shows nothing
    /// @param before the row in whose place it stands, or null
    record FreshCut(
            ItemVersion version,
            Cut cut,
            @Nullable Part part,
            @Nullable StoredCut before) {}

    /// Compares what is cut of an item today with what stands of it.
    ///
    /// @param stored rows of the item's patient
    void compare(long patient, Understood read, List<StoredCut> stored) {
        var item = read.item();
        var version =
                new ItemVersion(new MessageSource(patient, seals.of(patient).source(item.source())), item.version());
        var standing = stored.stream().filter(row -> of(row).equals(version)).toList();
        var ids = new FhirIds(mac, Long.toString(facility.value()), item.claim().number(), item.source());
        var parts = item.parts(ids, tables);
        if (!told.add(new ToldVersion(version, parts.isEmpty())) || !asked(parts, standing)) {
            return;
        }
        if (toldByAnother(read, standing, parts.isEmpty())) {
            return;
        }
        standing.forEach(row -> flags.put(version, row.flag()));
        var cut = new Cut(read, ids, parts, parts.stream().anyMatch(Part::correction));
        if (parts.isEmpty()) {
            trace(version, cut, standing);
        } else {
            tell(version, cut, standing);
        }
    }

    /// What was cut from the original before and belongs to no item that it tells today.
    void dropOrphans(long inbox, List<StoredCut> stored) {
        stored.stream()
                .filter(row -> row.inbox() == inbox && (only == null || row.kind() == only.bit()))
                .filter(row -> !told.contains(new ToldVersion(of(row), true))
                        && !told.contains(new ToldVersion(of(row), false)))
                .forEach(this::takeOut);
    }

    /// The same bytes under another name: the original that made the rows puts them in order.
    private static boolean toldByAnother(Understood read, List<StoredCut> standing, boolean traced) {
        var alike = standing.stream().filter(row -> traced == (row.kind() == 0)).toList();
        return !alike.isEmpty()
                && alike.stream().noneMatch(row -> row.inbox() == read.waiting().id());
    }

    private boolean asked(List<Part> parts, List<StoredCut> standing) {
        return only == null
                || parts.stream().anyMatch(part -> part.kind() == only)
                || standing.stream().anyMatch(row -> row.kind() == only.bit());
    }

    private void trace(ItemVersion version, Cut cut, List<StoredCut> standing) {
        standing.stream()
                .filter(row ->
                        row.kind() != 0 && row.inbox() == cut.read().waiting().id())
                .forEach(this::takeOut);
        if (standing.stream().anyMatch(row -> row.kind() == 0)) {
            same++;
        } else {
            added++;
            in.add(new FreshCut(version, cut, null, null));
        }
    }

    private void tell(ItemVersion version, Cut cut, List<StoredCut> standing) {
        var before = new HashMap<UUID, StoredCut>();
        for (var row : standing) {
            if (row.kind() != 0) {
                before.put(row.id(), row);
            } else if (row.inbox() == cut.read().waiting().id()) {
                takeOut(row);
            }
        }
        var item = cut.read().item();
        var key = keys.of(facility, item.claim().number());
        for (var part : cut.parts()) {
            var row = before.remove(cut.ids().record(version.version(), part.key()));
            if (row == null) {
                added++;
                in.add(new FreshCut(version, cut, part, null));
            } else if (says(row, key, item.department(), part)) {
                same++;
            } else {
                changed++;
                out.add(row);
                in.add(new FreshCut(version, cut, part, row));
            }
        }
        before.values().forEach(this::takeOut);
        foreignIds.addAll(VersionPlan.foreignIds(facility, version.source(), cut));
    }

    private void takeOut(StoredCut row) {
        gone++;
        out.add(row);
    }

    /// What stands under a key of before is written anew, whatever it says.
    private boolean says(StoredCut row, DataKey key, String department, Part part) {
        return key.sealed(row.extract())
                && row.kind() == part.kind().bit()
                && row.occurredAt().isEqual(part.occurredAt())
                && row.labels() == Label.mask(part.labels())
                && row.department().equals(department)
                && row.correction() == part.correction()
                && row.preliminary() == part.preliminary()
                && (row.finalAt() == null
                        ? part.finalAt() == null
                        : part.finalAt() != null && row.finalAt().isEqual(part.finalAt()))
                && row.codes().equals(RowCutter.codes(key::code, row.id(), part))
                && Arrays.equals(opened(row, row.extract(), 'x'), RowCutter.titled(part))
                && Arrays.equals(opened(row, row.content(), 'c'), part.bundle());
    }

    private byte[] opened(StoredCut row, byte[] sealed, char place) {
        var where = EnvelopeContext.ofRecord(facility.value(), row.source().patient(), row.id(), place);
        return envelopes.with(envelope -> envelope.open(sealed, where));
    }

    private static ItemVersion of(StoredCut row) {
        return new ItemVersion(row.source(), row.version());
    }

    /// Rows that go, those first in whose place another one comes.
    List<StoredCut> out() {
        return out;
    }

    List<FreshCut> in() {
        return in;
    }

    /// Ids that others gave to the rows that are cut today, those that stand untouched too.
    List<ForeignId> foreignIds() {
        return foreignIds;
    }

    /// What the source last said of a version: a file renamed to deleted or superseded says more of it than its bytes.
    int flag(ItemVersion version, int read) {
        var known = flags.get(version);
        return known == null ? read : known == 0 || read == 0 ? 0 : Math.max(known, read);
    }

    RowTally tally() {
        return new RowTally(same, changed, added, gone);
    }
}
