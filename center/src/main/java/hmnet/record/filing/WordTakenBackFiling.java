package hmnet.record.filing;

import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.numberreviews.WordTakenBack;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes rows out of every view when a human takes back whose they are (付替え). Who was shown them is told.
@Component
class WordTakenBackFiling {
    private final RecordRows rows;
    private final ApplicationEventPublisher events;

    WordTakenBackFiling(RecordRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void takeOut(WordTakenBack taken) {
        rows.allowFiling();
        var changes = rows.moveOut(taken.patient().value(), taken.inbox()).stream()
                .map(source -> new Change(
                        source.patient(), source.key(), RecordState.MOVED.name(), OffsetDateTime.now(ZoneOffset.UTC)))
                .toList();
        if (!changes.isEmpty()) {
            events.publishEvent(new RecordsChanged(taken.facility().value(), changes));
        }
    }
}
