package hmnet.people.arrivals;

import hmnet.ground.keys.Keys;
import hmnet.people.matching.KeyedSearch;
import hmnet.people.patients.SealingStep;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/// Keys the search keys that stood plain before the upgrade (検索キーの鍵付き化). The table is written anew.
@Component
final class PlainSearchKeys extends SealingStep {
    private final KeyedSearch keyed;

    PlainSearchKeys(Keys keys) {
        super("20261201.0209", "search keys keyed");
        this.keyed = new KeyedSearch(keys);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var db = context.getConnection();
        try (var statement = db.createStatement()) {
            statement.execute("create table search_key_keyed (key bigint not null, patient bigint, person uuid)");
            try (var read = db.prepareStatement("select key, patient, person from search_key");
                    var write = db.prepareStatement("insert into search_key_keyed values (?, ?, ?)")) {
                each(read, write, row -> {
                    write.setLong(1, keyed.of(row.getLong("key")));
                    write.setObject(2, row.getObject("patient", Long.class));
                    write.setObject(3, row.getObject("person", UUID.class));
                });
            }
            statement.execute("truncate search_key");
            statement.execute("insert into search_key select * from search_key_keyed order by key");
            statement.execute("drop table search_key_keyed");
        }
    }
}
