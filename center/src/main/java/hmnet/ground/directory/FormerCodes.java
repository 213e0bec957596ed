package hmnet.ground.directory;

import hmnet.ground.database.Recent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All codes that facilities have had until today (旧コードの表), as they were known at most two seconds ago.
final class FormerCodes {
    private final JdbcClient db;
    private final Recent<Map<FacilityId, Set<String>>> codes;

    FormerCodes(JdbcClient db) {
        this.db = db;
        this.codes = new Recent<>(this::read);
    }

    Set<String> of(FacilityId facility) {
        return codes.get().getOrDefault(facility, Set.of());
    }

    void forget() {
        codes.forget();
    }

    private Map<FacilityId, Set<String>> read() {
        var all = new HashMap<FacilityId, Set<String>>();
        db.sql("""
                        select facility, code from facility_attributes
                         where since <= (now() at time zone 'Asia/Tokyo')::date""").query(row -> {
            all.computeIfAbsent(new FacilityId(row.getLong("facility")), f -> new HashSet<>())
                    .add(row.getString("code"));
        });
        return all;
    }
}
