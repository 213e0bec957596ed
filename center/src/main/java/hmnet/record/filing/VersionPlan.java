package hmnet.record.filing;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.DroppedDiagnoses.ReplacedVersion;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.RecordRows.ForeignId;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.RecordRows.StateChange;
import hmnet.record.filing.RecordRows.StoredVersion;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.filing.Versions.Version;
import hmnet.record.terminology.CodeTally;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one facility's files change in the store (版の取込計画): the state of each version, and the rows to write.
final class VersionPlan {
    private static final Logger LOG = LoggerFactory.getLogger(VersionPlan.class);

    private final Mac mac;
    private final FacilityId facility;
    private final RowCutter cutter;
    private final Equivalents tables;
    private final CodeTally codes = new CodeTally();
    private final List<RecordRow> rows = new ArrayList<>();
    private final List<StateChange> moves = new ArrayList<>();
    private final List<ForeignId> foreignIds = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FailedFile> failed = new ArrayList<>();
    private final List<ReplacedVersion> replaced = new ArrayList<>();

    /// @param tables explain the codes of the facility
    VersionPlan(Mac mac, FacilityId facility, RowCutter cutter, Equivalents tables) {
        this.mac = mac;
        this.facility = facility;
        this.cutter = cutter;
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
        fresh.forEach((version, cuts) -> {
            if (states(states, version) == RecordState.LIVE) {
                standing.forEach((older, known) -> replace(source, known, states(states, older), cuts));
            }
        });
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

    /// Of two things the source said about one version, deleted goes before superseded, and that before
    /// valid. What was moved away and is filed here again stands here again.
    static Version stronger(Version a, Version b) {
        var flag = a.flag() == 0 || b.flag() == 0 ? 0 : Math.max(a.flag(), b.flag());
        return new Version(a.version(), flag, a.correction() || b.correction(), a.moved() && b.moved());
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

    /// What was live until a list of diagnoses, or one of nothing, came may hold some that are in it no more.
    private void replace(MessageSource source, StoredVersion known, RecordState now, List<Cut> cuts) {
        var parts = cuts.stream().flatMap(cut -> cut.parts().stream()).toList();
        if (known.state() != RecordState.LIVE
                || now != RecordState.SUPERSEDED
                || !parts.stream().allMatch(part -> part.kind() == RecordKind.DIAGNOSIS)) {
            return;
        }
        var version = known.version().version();
        var kept = cuts.stream()
                .flatMap(cut -> cut.parts().stream().map(part -> cut.ids().record(version, part.key())))
                .collect(Collectors.toSet());
        replaced.add(new ReplacedVersion(
                source, version, kept, parts.stream().map(Part::title).collect(Collectors.toSet())));
    }

    /// A read message with its parts.
    record Cut(Understood read, FhirIds ids, List<Part> parts, boolean correction) {}

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
            rows.add(cutter.row(source, cut, version, state, part));
            codes.add(cut.read().waiting().receivedAt(), part.coded());
        }
        if (cut.parts().isEmpty()) {
            rows.add(cutter.trace(source, cut, version, state));
        }
        foreignIds.addAll(foreignIds(facility, source, cut));
    }

    /// The ids that others gave to what was cut from a message: its order number, and in FHIR the identifiers.
    static List<ForeignId> foreignIds(FacilityId facility, MessageSource source, Cut cut) {
        return cut.parts().stream()
                .flatMap(part -> foreignIds(facility, source, cut, part))
                .toList();
    }

    private static Stream<ForeignId> foreignIds(FacilityId facility, MessageSource source, Cut cut, Part part) {
        var item = cut.read().item();
        var id = cut.ids().record(item.version(), part.key());
        var orders = "placer-order/" + facility.value();
        var order = item.order().isEmpty()
                ? Stream.<ForeignId>empty()
                : Stream.of(new ForeignId(orders, orders, item.order(), source.patient(), id));
        var given = item.given(part).stream()
                .map(each -> new ForeignId("fhir", each.system(), each.value(), source.patient(), id));
        return Stream.concat(order, given);
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

    List<ReplacedVersion> replaced() {
        return replaced;
    }

    List<FailedFile> failed() {
        return failed;
    }
}
