package hmnet.record.corrections;

import hmnet.record.filing.RecordsChanged;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.vault.OlderTable;
import hmnet.record.vault.RowSeals;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals the source keys in events that wait for a listener since an earlier version (旧行の封印): all in one statement, so
/// that none is sealed twice.
@Component
class OlderEvents implements OlderTable {
    private final RowSeals seals;

    OlderEvents(RowSeals seals) {
        this.seals = seals;
    }

    @Override
    public boolean owns(String relation) {
        return relation.equals("event_publication");
    }

    private record OlderEvent(UUID id, String json) {}

    @Override
    public void seal(JdbcTemplate owner, String relation) {
        var events = owner.query(
                "select id, serialized_event from event_publication where event_type = ?",
                (row, number) -> new OlderEvent(row.getObject("id", UUID.class), row.getString("serialized_event")),
                RecordsChanged.class.getName());
        owner.update(
                """
                update event_publication e set serialized_event = n.json
                  from unnest(?::uuid[], ?::text[]) as n(id, json) where e.id = n.id""",
                events.stream().map(event -> event.id().toString()).toArray(String[]::new),
                events.stream().map(event -> sealed(event.json())).toArray(String[]::new));
    }

    private String sealed(String json) {
        var mapper = JsonMapper.shared();
        var event = mapper.readValue(json, RecordsChanged.class);
        return mapper.writeValueAsString(new RecordsChanged(
                event.facility(), event.changes().stream().map(this::sealed).toList()));
    }

    /// A source key of an earlier version has a slash, which no sealed one has.
    private Change sealed(Change change) {
        return change.sourceKey().contains("/")
                ? new Change(
                        change.patient(),
                        seals.of(change.patient()).source(change.sourceKey()),
                        change.to(),
                        change.at())
                : change;
    }
}
