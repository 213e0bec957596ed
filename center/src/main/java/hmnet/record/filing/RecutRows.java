package hmnet.record.filing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.RecordRows.StateChange;
import hmnet.record.filing.RecordRows.StoredVersion;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.filing.Recut.FreshCut;
import hmnet.record.filing.Versions.Version;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes what cutting an original anew changes (再取込の書込み): rows that go, rows that come, and where each version of the
/// items concerned stands then, as if all had been filed so the first time.
@Component
class RecutRows {
    private final RecordRows rows;
    private final StoredCuts stored;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final ApplicationEventPublisher events;

    RecutRows(
            RecordRows rows,
            StoredCuts stored,
            DataKeys keys,
            Envelopes envelopes,
            RowSeals seals,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.stored = stored;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
        this.events = events;
    }

    void write(FacilityId facility, Recut recut) {
        var sources = Stream.concat(
                        recut.out().stream().map(row -> row.source()),
                        recut.in().stream().map(cut -> cut.version().source()))
                .collect(toSet());
        if (sources.isEmpty()) {
            rows.foreignIds(recut.foreignIds());
            return;
        }
        var before = rows.versions(sources);
        stored.delete(recut.out());
        var standing = rows.versions(sources);
        var fresh = recut.in().stream().collect(groupingBy(cut -> cut.version().source()));
        var written = new ArrayList<RecordRow>();
        var moves = new ArrayList<StateChange>();
        var cutter = new RowCutter(facility, keys, envelopes, seals);
        for (var source : sources) {
            var known = standing.getOrDefault(source, Map.of());
            var cuts = fresh.getOrDefault(source, List.of());
            var versions = versions(recut, known, cuts);
            var states = Versions.states(List.copyOf(versions.values()));
            cuts.forEach(cut -> written.add(row(
                    cutter,
                    cut,
                    Objects.requireNonNull(versions.get(cut.version().version())),
                    Objects.requireNonNull(states.get(cut.version().version())))));
            known.forEach((version, was) -> moves.addAll(move(
                    source,
                    was,
                    Objects.requireNonNull(versions.get(version)),
                    Objects.requireNonNull(states.get(version)))));
        }
        rows.insert(written);
        rows.move(moves);
        rows.foreignIds(recut.foreignIds());
        keepTimes(recut.in(), written);
        rows.keepReleases(written);
        tell(facility, before);
    }

    private static Map<String, Version> versions(Recut recut, Map<String, StoredVersion> known, List<FreshCut> cuts) {
        var versions = new HashMap<String, Version>();
        known.forEach((version, was) -> versions.put(version, was.version()));
        for (var cut : cuts) {
            var item = cut.cut().read().item();
            var flag = recut.flag(cut.version(), item.flag());
            var version = new Version(item.version(), flag, cut.cut().correction(), false);
            versions.merge(item.version(), version, RecutRows::known);
        }
        return versions;
    }

    /// What a human's word moved out stays out.
    private static Version known(Version was, Version now) {
        var both = VersionPlan.stronger(was, now);
        return new Version(both.version(), both.flag(), both.correction(), was.moved());
    }

    private static RecordRow row(RowCutter cutter, FreshCut cut, Version version, RecordState state) {
        var source = cut.version().source();
        return cut.part() == null
                ? cutter.trace(source, cut.cut(), version, state)
                : cutter.row(source, cut.cut(), version, state, cut.part());
    }

    private static List<StateChange> move(MessageSource source, StoredVersion was, Version now, RecordState state) {
        return was.state() == state && was.version().flag() == now.flag()
                ? List.of()
                : List.of(new StateChange(source, now.version(), was.state(), state, now.flag()));
    }

    private void keepTimes(List<FreshCut> cuts, List<RecordRow> written) {
        var byId = written.stream().collect(toMap(row -> row.patient() + "/" + row.id(), row -> row, (a, b) -> a));
        for (var cut : cuts) {
            var old = cut.before();
            var fresh = old == null ? null : byId.get(old.source().patient() + "/" + old.id());
            if (old != null && fresh != null) {
                stored.keepTimes(fresh, old);
            }
        }
    }

    /// Who hears of what leaves a chart when files arrive hears of it here too.
    private void tell(FacilityId facility, Map<MessageSource, Map<String, StoredVersion>> before) {
        var after = rows.versions(before.keySet());
        var changes = new ArrayList<Change>();
        before.forEach((source, versions) -> versions.forEach((version, was) -> {
            var now = after.getOrDefault(source, Map.of()).get(version);
            if (was.state() == RecordState.LIVE && now != null && now.state() != RecordState.LIVE) {
                changes.add(new Change(
                        source.patient(), source.key(), now.state().name(), OffsetDateTime.now(ZoneOffset.UTC)));
            }
        }));
        if (!changes.isEmpty()) {
            events.publishEvent(new RecordsChanged(facility.value(), changes));
        }
    }
}
