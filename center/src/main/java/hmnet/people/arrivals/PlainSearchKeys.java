package hmnet.people.arrivals;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import hmnet.people.matching.KeyedSearch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keys the search keys that stood plain before the upgrade (検索キーの鍵付き化). The table is written anew.
@Configuration(proxyBeanMethods = false)
class PlainSearchKeys {
    private final KeyedSearch keyed;

    PlainSearchKeys(Keys keys) {
        this.keyed = new KeyedSearch(keys);
    }

    @Bean
    JavaMigration searchKeysKeyed() {
        return SealingStep.of("20261201.0209", "search keys keyed", this::seal);
    }

    private void seal(Connection db) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute("create table search_key_keyed (key bigint not null, patient bigint, person uuid)");
            try (var read = db.prepareStatement("select key, patient, person from search_key");
                    var write = db.prepareStatement("insert into search_key_keyed values (?, ?, ?)")) {
                SealingStep.each(read, write, row -> {
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
