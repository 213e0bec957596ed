package hmnet.record.charts;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When each facility last sent anything (受信の途絶).
@Component
public class Feeds {
    private final JdbcTemplate db;
    private final Recent<Map<FacilityId, OffsetDateTime>> last;

    Feeds(JdbcTemplate db) {
        this.db = db;
        this.last = new Recent<>(this::read);
    }

    /// The last arrival from each facility that ever sent something.
    public Map<FacilityId, OffsetDateTime> lastReceived() {
        return last.get();
    }

    private Map<FacilityId, OffsetDateTime> read() {
        var received = new HashMap<FacilityId, OffsetDateTime>();
        db.query("select facility, last_received_at from inbox_received", row -> {
            received.put(
                    new FacilityId(row.getLong("facility")), row.getObject("last_received_at", OffsetDateTime.class));
        });
        return Map.copyOf(received);
    }
}
