package hmnet.record.filing;

import hmnet.ground.keys.Keys;
import hmnet.record.filing.RecordRows.MessageSource;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.inbox.Quarantine;
import hmnet.record.numberreviews.WordTakenBack;
import hmnet.record.terminology.CodeTables;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes rows out of every view when a human takes back whose they are (付替え). Who was shown them is told. What came for
/// the same patient since is filed anew.
@Component
class WordTakenBackFiling {
    private final RecordRows rows;
    private final DataKeys keys;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final Keys master;
    private final CodeTables tables;
    private final Quarantine quarantine;
    private final ApplicationEventPublisher events;

    WordTakenBackFiling(
            RecordRows rows,
            DataKeys keys,
            Envelopes envelopes,
            RowSeals seals,
            Keys master,
            CodeTables tables,
            Quarantine quarantine,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.keys = keys;
        this.envelopes = envelopes;
        this.seals = seals;
        this.master = master;
        this.tables = tables;
        this.quarantine = quarantine;
        this.events = events;
    }

    @EventListener
    void takeOut(WordTakenBack taken) {
        rows.allowFiling();
        var since = rows.filedSince(taken.patient().value(), taken.since());
        var all =
                Stream.concat(taken.inbox().stream(), since.stream()).distinct().toList();
        var moved = rows.moveOut(taken.patient().value(), all);
        standAgain(taken, moved.keySet());
        var changes = moved.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .map(source -> new Change(
                        source.patient(), source.key(), RecordState.MOVED.name(), OffsetDateTime.now(ZoneOffset.UTC)))
                .toList();
        if (!changes.isEmpty()) {
            events.publishEvent(new RecordsChanged(taken.facility().value(), changes));
        }
        since.stream().filter(inbox -> !taken.inbox().contains(inbox)).forEach(inbox -> {
            quarantine.holdAgain(inbox, NumberHolders.REASON, "", taken.by());
            quarantine.retry(inbox, taken.by());
        });
    }

    /// What the rows taken out had superseded is live again.
    private void standAgain(WordTakenBack taken, Set<MessageSource> sources) {
        var plan = new VersionPlan(
                master.hash("record ids"),
                taken.facility(),
                new RowCutter(taken.facility(), keys, envelopes, seals),
                tables.of(taken.facility()));
        var standing = rows.versions(sources);
        sources.forEach(source -> plan.add(source, List.of(), standing.getOrDefault(source, Map.of())));
        rows.move(plan.moves());
    }
}
