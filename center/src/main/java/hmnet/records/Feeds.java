package hmnet.records;

import hmnet.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When each facility last sent anything (受信の途絶).
@Component
public class Feeds {
    private final JdbcTemplate db;

    Feeds(JdbcTemplate db) {
        this.db = db;
    }

    /// The last arrival from each facility that ever sent something.
    public Map<FacilityId, OffsetDateTime> lastReceived() {
        var last = new HashMap<FacilityId, OffsetDateTime>();
        db.query("select facility, last_received_at from inbox_count", row -> {
            last.put(new FacilityId(row.getLong("facility")), row.getObject("last_received_at", OffsetDateTime.class));
        });
        return last;
    }
}
