package hmnet.people.arrivals;

import hmnet.ground.database.SealingStep;
import hmnet.ground.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keys the sums over demographics that stood without a key before the upgrade (鍵のない綴り値の引継ぎ).
@Configuration(proxyBeanMethods = false)
class PlainSpellings {
    private final KeyedSpelling keyed;

    PlainSpellings(Keys keys) {
        this.keyed = new KeyedSpelling(keys);
    }

    @Bean
    JavaMigration spellingsKeyed() {
        return SealingStep.of("20261202.0411", "spellings keyed", this::key);
    }

    private void key(Connection db) throws SQLException {
        try (var read = db.prepareStatement("select id, spelling from match_review");
                var write = db.prepareStatement("update match_review set keyed_spelling = ? where id = ?")) {
            SealingStep.each(read, write, row -> {
                write.setLong(1, keyed.of(row.getLong("spelling")));
                write.setLong(2, row.getLong("id"));
            });
        }
    }
}
