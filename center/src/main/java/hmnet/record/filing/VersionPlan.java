package hmnet.record.filing;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.Label;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.RecordRows.ForeignId;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.RecordRows.StateChange;
import hmnet.record.filing.RecordRows.StoredVersion;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.filing.Versions.Version;
import hmnet.record.terminology.CodeTally;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One facility's files on their way into the store (取込の一括): decides each version's state and cuts
/// messages into rows.
final class VersionPlan {
    private static final Logger LOG = LoggerFactory.getLogger(VersionPlan.class);
    private static final String UNIT_SEPARATOR = "\u001f";
    private static final byte[] NOTHING = {};

    private final Mac mac;
    private final FacilityId facility;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final Equivalents tables;
    private final CodeTally codes = new CodeTally();
    private final List<RecordRow> rows = new ArrayList<>();
    private final List<StateChange> moves = new ArrayList<>();
    private final List<ForeignId> foreignIds = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FailedFile> failed = new ArrayList<>();

    /// @param tables explain the codes of the facility
    VersionPlan(Mac mac, FacilityId facility, DataKeys keys, Envelopes envelopes, Equivalents tables) {
        this.mac = mac;
        this.facility = facility;
        this.keys = keys;
        this.envelopes = envelopes;
        this.tables = tables;
    }

    /// A file that could be read and not converted.
    record FailedFile(Understood read, String why) {}

    /// Adds what came of one source message to what stands of it already.
    void add(MessageSource source, List<Understood> reads, Map<String, StoredVersion> standing) {
        var versions = new TreeMap<String, Version>();
        standing.forEach((version, known) -> versions.put(version, known.version()));
        var fresh = new TreeMap<String, List<Cut>>();
        for (var read : reads) {
            var cut = cut(read);
            if (cut != null) {
                var version = new Version(read.item().version(), read.item().flag(), cut.correction(), false);
                versions.merge(read.item().version(), version, VersionPlan::stronger);
                fresh.computeIfAbsent(read.item().version(), v -> new ArrayList<>())
                        .add(cut);
            }
        }
        var states = Versions.states(List.copyOf(versions.values()));
        fresh.forEach((version, cuts) -> missing(cuts, standing.get(version))
                .forEach(cut ->
                        write(source, cut, Objects.requireNonNull(versions.get(version)), states(states, version))));
        standing.forEach((version, known) ->
                move(source, known, Objects.requireNonNull(versions.get(version)), states(states, version)));
    }

    /// What of a version is not there yet. A file renamed to deleted has the bytes it had: its parts and the
    /// trace of its deletion are one version, and either may come first.
    private static List<Cut> missing(List<Cut> cuts, @Nullable StoredVersion known) {
        var told = known != null && known.told();
        var traced = known != null && known.traced();
        var missing = new ArrayList<Cut>();
        for (var cut : cuts) {
            var trace = cut.parts().isEmpty();
            if (trace ? !traced : !told) {
                missing.add(cut);
            }
            traced |= trace;
            told |= !trace;
        }
        return missing;
    }

    private static RecordState states(Map<String, RecordState> states, String version) {
        return Objects.requireNonNull(states.get(version));
    }

    /// Of two things the source said about one version, deleted goes before superseded, and that before valid.
    private static Version stronger(Version a, Version b) {
        var flag = a.flag() == 0 || b.flag() == 0 ? 0 : Math.max(a.flag(), b.flag());
        return new Version(a.version(), flag, a.correction() || b.correction(), a.moved() || b.moved());
    }

    private void move(MessageSource source, StoredVersion known, Version now, RecordState state) {
        if (known.state() == state && known.version().flag() == now.flag()) {
            return;
        }
        moves.add(new StateChange(source, now.version(), known.state(), state, now.flag()));
        if (known.state() == RecordState.LIVE && state != RecordState.LIVE) {
            changes.add(new Change(source.patient(), source.key(), state.name(), OffsetDateTime.now(ZoneOffset.UTC)));
        }
    }

    /// A read message with its parts.
    private record Cut(Understood read, FhirIds ids, List<Part> parts, boolean correction) {}

    private @Nullable Cut cut(Understood read) {
        var item = read.item();
        var ids = new FhirIds(mac, Long.toString(facility.value()), item.claim().number(), item.source());
        try {
            var parts = item.parts(ids, tables);
            return new Cut(read, ids, parts, parts.stream().anyMatch(Part::correction));
        } catch (RuntimeException e) {
            LOG.error("Inbox {} could not be converted", read.waiting().id(), e);
            failed.add(new FailedFile(read, e.getClass().getSimpleName()));
            return null;
        }
    }

    private void write(MessageSource source, Cut cut, Version version, RecordState state) {
        for (var part : cut.parts()) {
            rows.add(row(source, cut, version, state, part));
            codes.add(cut.read().waiting().receivedAt(), part.coded());
        }
        if (cut.parts().isEmpty()) {
            rows.add(trace(source, cut, version, state));
        }
        var order = cut.read().item().order();
        if (!order.isEmpty() && !cut.parts().isEmpty()) {
            var id = cut.ids().record(version.version(), cut.parts().getFirst().key());
            foreignIds.add(new ForeignId("placer-order/" + facility.value(), order, source.patient(), id));
        }
    }

    private RecordRow row(MessageSource source, Cut cut, Version version, RecordState state, Part part) {
        var item = cut.read().item();
        var id = cut.ids().record(version.version(), part.key());
        var key = keys.of(facility, item.claim().number());
        return new RecordRow(
                source.patient(),
                part.occurredAt(),
                id,
                part.kind().bit(),
                state,
                version.flag(),
                facility.value(),
                item.department(),
                Label.mask(part.labels()),
                source.key(),
                version.version(),
                part.correction(),
                part.preliminary(),
                cut.read().waiting().receivedAt(),
                part.finalAt(),
                part.resources(),
                cut.read().waiting().id(),
                part.codes().stream().map(VersionPlan::codeText).collect(Collectors.joining(UNIT_SEPARATOR)),
                envelopes.with(e -> e.seal(
                        titled(part),
                        Dictionaries.EXTRACT,
                        key,
                        EnvelopeContext.ofRecord(facility.value(), source.patient(), id, 'x'))),
                envelopes.with(e -> e.seal(
                        part.bundle(),
                        Dictionaries.CONTENT,
                        key,
                        EnvelopeContext.ofRecord(facility.value(), source.patient(), id, 'c'))));
    }

    /// A row that shows nothing and remembers that this version was there: a deletion that may precede what it
    /// deletes.
    private RecordRow trace(MessageSource source, Cut cut, Version version, RecordState state) {
        var read = cut.read();
        return new RecordRow(
                source.patient(),
                read.item().at(),
                cut.ids().record(version.version(), ""),
                0,
                state,
                version.flag(),
                facility.value(),
                read.item().department(),
                0,
                source.key(),
                version.version(),
                false,
                false,
                read.waiting().receivedAt(),
                null,
                0,
                read.waiting().id(),
                "",
                NOTHING,
                NOTHING);
    }

    private static String codeText(Code code) {
        return code.system() + "|" + code.code();
    }

    /// Title and extract as one text: the title's length in two bytes, the title, the extract.
    private static byte[] titled(Part part) {
        var title = part.title().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Short.BYTES + title.length + part.extract().length)
                .putShort((short) title.length)
                .put(title)
                .put(part.extract())
                .array();
    }

    List<RecordRow> rows() {
        return rows;
    }

    int resources() {
        return rows.stream().mapToInt(RecordRow::resources).sum();
    }

    /// How far what was added has standard codes.
    CodeTally codes() {
        return codes;
    }

    List<StateChange> moves() {
        return moves;
    }

    List<ForeignId> foreignIds() {
        return foreignIds;
    }

    List<Change> changes() {
        return changes;
    }

    List<FailedFile> failed() {
        return failed;
    }
}
